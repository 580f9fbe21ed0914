package org.bmac.audit;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Rows as comma-separated values (RFC 4180). */
final class Csv {
    static final String HEADER = "number,time,what,actor,role,origin,right,point,place,priority,wanted,sent,received,"
            + "latency in ms,outcome,reason,command,refers to,hash\r\n";
    private static final String FORMULA = "=+-@\t\r";

    private Csv() {}

    static String line(Row row) {
        Entry entry = row.entry();
        return Stream.of(
                        row.number(),
                        entry.at(),
                        entry.what().code(),
                        entry.actor(),
                        entry.role(),
                        entry.origin(),
                        entry.right(),
                        entry.point(),
                        entry.place(),
                        entry.priority(),
                        entry.wanted(),
                        entry.sent(),
                        entry.received(),
                        entry.latency(),
                        entry.outcome(),
                        entry.reason(),
                        entry.command(),
                        entry.first(),
                        row.hash())
                .map(cell -> cell(Objects.toString(cell, "")))
                .collect(Collectors.joining(",", "", "\r\n"));
    }

    /** A spreadsheet computes what begins as a formula, unless an apostrophe stands before it. */
    private static String cell(String text) {
        String safe = !text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
        boolean quoted = List.of(",", "\"", "\r", "\n").stream().anyMatch(safe::contains);
        return quoted ? "\"" + safe.replace("\"", "\"\"") + "\"" : safe;
    }
}
