package org.bmac.audit;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Rows as comma-separated values (RFC 4180). */
final class Csv {
    static final String HEADER = "number,time,what,actor,role,origin,right,point,place,priority,wanted,sent,received,"
            + "latency in ms,outcome,reason,command,refers to,hash\r\n";
    private static final String FORMULA = "=+-@\t\r";

    private Csv() {}

    static String line(Row row) {
        Stream<String> fields = Arrays.stream(row.entry().fields()).map(Csv::text);
        return Stream.of(Stream.of(Long.toString(row.number())), fields, Stream.of(row.hash()))
                .flatMap(cells -> cells)
                .map(Csv::cell)
                .collect(Collectors.joining(",", "", "\r\n"));
    }

    private static String text(@Nullable Object field) {
        return field instanceof What what ? what.code() : Objects.toString(field, "");
    }

    /** A spreadsheet computes what begins as a formula, unless an apostrophe stands before it. */
    private static String cell(String text) {
        String safe = !text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
        boolean quoted = List.of(",", "\"", "\r", "\n").stream().anyMatch(safe::contains);
        return quoted ? "\"" + safe.replace("\"", "\"\"") + "\"" : safe;
    }
}
