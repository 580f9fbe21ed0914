package org.bmac.node;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.bmac.building.NodeId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** The SQL behind {@link NodeLog}. */
@Component
class NodeLogRows {
    private final JdbcTemplate sql;

    NodeLogRows(JdbcTemplate sql) {
        this.sql = sql;
    }

    /** The newest line of each node. */
    Map<NodeId, Long> newest() {
        Map<NodeId, Long> all = new HashMap<>();
        sql.query("select node_id, max(line) as newest from node_log group by node_id", row -> {
            all.put(new NodeId(row.getInt("node_id")), row.getLong("newest"));
        });
        return all;
    }

    void add(List<LogLine> lines) {
        sql.batchUpdate(
                "insert into node_log (node_id, line, at_time, severity, words) values (?, ?, ?, ?, ?)",
                lines.stream().map(NodeLogRows::columns).toList());
    }

    private static @Nullable Object[] columns(LogLine line) {
        return new @Nullable Object[] {
            line.node().number(),
            line.number(),
            line.at().toEpochMilli(),
            line.level().code(),
            line.text()
        };
    }

    /** Removes what is older than these of each node. */
    void dropBelow(Map<NodeId, Long> oldest) {
        sql.batchUpdate(
                "delete from node_log where node_id = ? and line < ?",
                oldest.entrySet().stream()
                        .map(entry -> new Object[] {entry.getKey().number(), entry.getValue()})
                        .toList());
    }

    /** Removes the oldest until not many more than so many are left in all. */
    void dropBeyond(int most) {
        sql.query(
                        "select at_time from node_log order by at_time desc offset ? rows fetch first 1 row only",
                        (row, _) -> row.getLong("at_time"),
                        most)
                .forEach(oldest -> sql.update("delete from node_log where at_time < ?", oldest));
    }

    /** Newest first. */
    List<LogLine> find(NodeId node, String part, LogLevel least, long below, int most) {
        return sql.query(
                "select node_id, line, at_time, severity, words from node_log where node_id = ? and line < ?"
                        + " and severity <= ? and lower(words) like ? escape '!' order by line desc"
                        + " fetch first " + most + " rows only",
                NodeLogRows::line,
                node.number(),
                below,
                least.code(),
                "%" + part.toLowerCase(Locale.ROOT).replaceAll("([!%_])", "!$1") + "%");
    }

    private static LogLine line(ResultSet row, int index) throws SQLException {
        return new LogLine(
                new NodeId(row.getInt("node_id")),
                row.getLong("line"),
                Instant.ofEpochMilli(row.getLong("at_time")),
                Objects.requireNonNullElse(LogLevel.of(row.getInt("severity")), LogLevel.EXTRA_TRACE),
                row.getString("words"));
    }
}
