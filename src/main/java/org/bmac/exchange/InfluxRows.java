package org.bmac.exchange;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bmac.point.PointId;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** How far each target has got the readings of each point. Moments are in milliseconds since 1970. */
@Component
class InfluxRows {
    private final JdbcTemplate sql;

    /** What a target is owed besides what comes: what came late, or from a file. */
    record Owed(long number, PointId point, long from, long to) {}

    InfluxRows(JdbcTemplate sql) {
        this.sql = sql;
    }

    Map<PointId, Long> marks(String target) {
        Map<PointId, Long> marks = new HashMap<>();
        sql.query(
                "select point, at_time from exchange_mark where target = ?",
                row -> {
                    marks.put(new PointId(row.getInt(1)), row.getLong(2));
                },
                target);
        return marks;
    }

    /** Remembers that the target has everything up to these moments. */
    void mark(String target, Map<PointId, Long> marks) {
        marks.forEach((point, at) -> {
            int changed = sql.update(
                    "update exchange_mark set at_time = ? where target = ? and point = ?", at, target, point.number());
            if (changed == 0) {
                sql.update(
                        "insert into exchange_mark (target, point, at_time) values (?, ?, ?)",
                        target,
                        point.number(),
                        at);
            }
        });
    }

    /** The oldest debts first. */
    List<Owed> owed(String target, int most) {
        return sql.query(
                "select number, point, from_time, to_time from exchange_owed where target = ? order by number"
                        + " fetch first " + most + " rows only",
                (row, _) -> new Owed(row.getLong(1), new PointId(row.getInt(2)), row.getLong(3), row.getLong(4)),
                target);
    }

    void owe(String target, PointId point, long from, long to) {
        sql.update(
                "insert into exchange_owed (target, point, from_time, to_time) values (?, ?, ?, ?)",
                target,
                point.number(),
                from,
                to);
    }

    /** Of this debt only what is from here on is left. */
    void paid(Owed owed, long until) {
        if (until >= owed.to()) {
            sql.update("delete from exchange_owed where number = ?", owed.number());
        } else {
            sql.update("update exchange_owed set from_time = ? where number = ?", until, owed.number());
        }
    }
}
