package org.bmac.node;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.bmac.building.NodeId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What nodes have told, and when they were heard last, over restarts. */
@Component
class ToldRows {
    private final JdbcClient sql;

    /**
     * @param lastSeen null when it was never heard
     * @param address as {@link Addresses#known}
     */
    record Row(
            Told told, @Nullable Instant lastSeen, @Nullable String address) {}

    ToldRows(JdbcClient sql) {
        this.sql = sql;
    }

    Map<NodeId, Row> read() {
        Map<NodeId, Row> all = new HashMap<>();
        sql.sql("select node_id, version, running, distress, last_seen, address from node_told")
                .query(row -> {
                    all.put(new NodeId(row.getInt("node_id")), row(row));
                });
        return all;
    }

    private static Row row(ResultSet row) throws SQLException {
        Long seen = row.getObject("last_seen", Long.class);
        return new Row(
                new Told(row.getString("version"), row.getObject("running", Integer.class), row.getString("distress")),
                seen == null ? null : Instant.ofEpochMilli(seen),
                row.getString("address"));
    }

    void write(NodeId node, Row row) {
        if (update(node, row) == 0) {
            sql.sql("insert into node_told (node_id) values (?)")
                    .param(node.number())
                    .update();
            update(node, row);
        }
    }

    private int update(NodeId node, Row row) {
        return sql.sql("update node_told set version = ?, running = ?, distress = ?, last_seen = ?, address = ?"
                        + " where node_id = ?")
                .param(row.told().version())
                .param(row.told().running())
                .param(row.told().distress())
                .param(row.lastSeen() == null ? null : row.lastSeen().toEpochMilli())
                .param(row.address())
                .param(node.number())
                .update();
    }
}
