package org.bmac.node;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.bmac.building.NodeId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which nodes are kept out, over restarts. */
@Component
class ShutRows {
    private final JdbcClient sql;

    ShutRows(JdbcClient sql) {
        this.sql = sql;
    }

    Map<NodeId, Shut> read() {
        Map<NodeId, Shut> all = new HashMap<>();
        sql.sql("select node_id, shut, by_name, since from node_shut").query(row -> {
            all.put(
                    new NodeId(row.getInt("node_id")),
                    new Shut(
                            Shut.How.valueOf(row.getString("shut")),
                            row.getString("by_name"),
                            Instant.ofEpochMilli(row.getLong("since"))));
        });
        return all;
    }

    void remove(NodeId node) {
        sql.sql("delete from node_shut where node_id = ?").param(node.number()).update();
    }

    void write(NodeId node, Shut shut) {
        int changed = sql.sql("update node_shut set shut = ?, by_name = ?, since = ? where node_id = ?")
                .param(shut.how().name())
                .param(shut.by())
                .param(shut.since().toEpochMilli())
                .param(node.number())
                .update();
        if (changed == 0) {
            insert(node, shut);
        }
    }

    private void insert(NodeId node, Shut shut) {
        sql.sql("insert into node_shut (node_id, shut, by_name, since) values (?, ?, ?, ?)")
                .param(node.number())
                .param(shut.how().name())
                .param(shut.by())
                .param(shut.since().toEpochMilli())
                .update();
    }
}
