package org.bmac.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** The SQL behind {@link Audit}. */
@Component
class AuditRows {
    /** The end of the chain. */
    record Head(long number, String hash) {}

    private static final String INSERT = "insert into audit (number, at_time, what, actor, role, origin, allowed_by,"
            + " point_id, place, priority, wanted, sent, received, latency, outcome, reason, command_id, first_number,"
            + " hash) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";

    /** Where a free text is looked for. */
    private static final List<String> WORDS = List.of("place", "reason", "origin", "allowed_by", "wanted");

    private final JdbcTemplate sql;

    AuditRows(JdbcTemplate sql) {
        this.sql = sql;
    }

    /** The end of the chain, which stays so until the transaction ends. */
    Head lock() {
        return head("select number, hash from audit_head where only_row = 1 for update");
    }

    Head head() {
        return head("select number, hash from audit_head where only_row = 1");
    }

    private Head head(String query) {
        return Objects.requireNonNull(
                sql.queryForObject(query, (row, _) -> new Head(row.getLong("number"), text(row, "hash"))));
    }

    void add(List<Row> rows) {
        sql.batchUpdate(INSERT, rows.stream().map(AuditRows::columns).toList());
        Row last = rows.getLast();
        sql.update("update audit_head set number = ?, hash = ? where only_row = 1", last.number(), last.hash());
    }

    Optional<Long> attempt(long command) {
        return sql
                .queryForList(
                        "select min(number) from audit where command_id = ? and what = 'COMMAND'", Long.class, command)
                .stream()
                .filter(Objects::nonNull)
                .findFirst();
    }

    /** The next rows in the order of their numbers. */
    List<Row> after(long number, int most) {
        return sql.query(
                "select * from audit where number > ? order by number fetch first " + most + " rows only",
                (row, _) -> row(row),
                number);
    }

    /** The newest rows that fit, below this number. */
    List<Row> find(Sight sight, Filter filter, long below, int most) {
        StringBuilder where = new StringBuilder("number < ? and ")
                .append(sight.condition())
                .append(" and ")
                .append(filter.ending().condition());
        List<Object> values = new ArrayList<>(List.of(below));
        and(where, values, "at_time >= ?", milliseconds(filter.from()));
        and(where, values, "at_time < ?", milliseconds(filter.until()));
        and(where, values, contains("actor"), pattern(filter.actor()));
        and(where, values, contains("place"), pattern(filter.place()));
        String text = pattern(filter.text());
        if (text != null) {
            where.append(WORDS.stream()
                    .map(column -> column.equals("reason")
                            ? "(" + sight.reasonCondition() + " and " + contains(column) + ")"
                            : contains(column))
                    .collect(Collectors.joining(" or ", " and (", ")")));
            WORDS.forEach(_ -> values.add(text));
        }
        if (!filter.whats().isEmpty()) {
            where.append(
                    filter.whats().stream().map(_ -> "?").collect(Collectors.joining(", ", " and what in (", ")")));
            filter.whats().forEach(what -> values.add(what.name()));
        }
        return sql.query(
                "select * from audit where " + where + " order by number desc fetch first " + most + " rows only",
                (row, _) -> row(row),
                values.toArray());
    }

    private static String contains(String column) {
        return "lower(" + column + ") like ? escape '!'";
    }

    private static @Nullable Long milliseconds(@Nullable Instant at) {
        return at == null ? null : at.toEpochMilli();
    }

    private static void and(StringBuilder where, List<Object> values, String condition, @Nullable Object value) {
        if (value != null) {
            where.append(" and ").append(condition);
            values.add(value);
        }
    }

    private static @Nullable String pattern(String part) {
        return part.isBlank() ? null : "%" + part.toLowerCase(Locale.ROOT).replaceAll("[!%_]", "!$0") + "%";
    }

    private static @Nullable Object[] columns(Row row) {
        @Nullable Object[] fields = row.entry().kept();
        @Nullable Object[] columns = new @Nullable Object[fields.length + 2];
        columns[0] = row.number();
        System.arraycopy(fields, 0, columns, 1, fields.length);
        columns[fields.length + 1] = row.hash();
        return columns;
    }

    private static Row row(ResultSet row) throws SQLException {
        Entry entry = new Entry(
                Instant.ofEpochMilli(row.getLong("at_time")),
                What.valueOf(text(row, "what")),
                text(row, "actor"),
                text(row, "role"),
                text(row, "origin"),
                text(row, "allowed_by"),
                row.getObject("point_id", Integer.class),
                text(row, "place"),
                row.getObject("priority", Integer.class),
                text(row, "wanted"),
                text(row, "sent"),
                text(row, "received"),
                row.getObject("latency", Long.class),
                text(row, "outcome"),
                text(row, "reason"),
                row.getObject("command_id", Long.class),
                row.getObject("first_number", Long.class));
        return new Row(row.getLong("number"), entry, text(row, "hash"));
    }

    private static String text(ResultSet row, String column) throws SQLException {
        return Objects.requireNonNullElse(row.getString(column), "");
    }
}
