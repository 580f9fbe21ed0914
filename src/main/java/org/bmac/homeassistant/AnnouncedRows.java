package org.bmac.homeassistant;

import java.util.Map;
import java.util.stream.Collectors;
import org.bmac.point.PointId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The SQL about which point is which quantity of a device. */
@Component
class AnnouncedRows {
    private final JdbcClient sql;

    AnnouncedRows(JdbcClient sql) {
        this.sql = sql;
    }

    private record Row(String signal, PointId point) {}

    /** All, by {@link Names#signal}. */
    Map<String, PointId> all() {
        return sql
                .sql("select signal, point_id from announced_point")
                .query((row, _) -> new Row(row.getString("signal"), new PointId(row.getInt("point_id"))))
                .list()
                .stream()
                .collect(Collectors.toMap(Row::signal, Row::point));
    }

    /** From now on this quantity is that point. */
    void keep(String signal, PointId point) {
        sql.sql("delete from announced_point where signal = ? or point_id = ?")
                .param(signal)
                .param(point.number())
                .update();
        sql.sql("insert into announced_point (signal, point_id) values (?, ?)")
                .param(signal)
                .param(point.number())
                .update();
    }
}
