package org.bmac.cnc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.bmac.building.NodeId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The SQL about events of carbon dioxide; the newest {@value #MOST} stay. */
@Component
class Co2Rows {
    static final int MOST = 10_000;
    /** How many more there may be between two clearings. */
    static final int SLACK = 500;

    private final JdbcClient sql;

    Co2Rows(JdbcClient sql) {
        this.sql = sql;
    }

    void add(Co2Event event) {
        sql.sql("insert into co2_event (at_time, location, node_id, level, rising, ppm) values (?, ?, ?, ?, ?, ?)")
                .param(event.at().toEpochMilli())
                .param(event.location().replace('\0', ' '))
                .param(event.node() == null ? null : event.node().number())
                .param(event.level())
                .param(event.rising())
                .param(event.ppm())
                .update();
    }

    /** Removes the oldest beyond the most. */
    void clear() {
        sql.sql("delete from co2_event where number <= (select max(number) from co2_event) - ?")
                .param(MOST)
                .update();
    }

    /** Newest first. */
    List<Co2Event> newest(int most) {
        return sql.sql("select * from co2_event order by number desc limit ?")
                .param(most)
                .query(Co2Rows::event)
                .list();
    }

    private static Co2Event event(ResultSet row, int index) throws SQLException {
        Integer node = row.getObject("node_id", Integer.class);
        return new Co2Event(
                Instant.ofEpochMilli(row.getLong("at_time")),
                row.getString("location"),
                node == null ? null : new NodeId(node),
                row.getInt("level"),
                row.getBoolean("rising"),
                row.getInt("ppm"));
    }
}
