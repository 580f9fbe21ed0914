package org.bmac.firmware;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.bmac.access.UserId;
import org.bmac.building.NodeId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Component;

/** The SQL of roll-outs. */
@Component
class RolloutRows {
    private static final int LONGEST = 1_000;

    private final JdbcClient sql;

    RolloutRows(JdbcClient sql) {
        this.sql = sql;
    }

    /** Newest first. */
    List<Rollout> newest(int most) {
        return sql
                .sql("select * from firmware_rollout order by id desc limit ?")
                .param(most)
                .query(RolloutRows::rollout)
                .list()
                .stream()
                .map(this::withParts)
                .toList();
    }

    /** Those that can go on, and those that are over while nodes of them are still under way. */
    List<Rollout> unfinished() {
        return sql.sql("""
                        select * from firmware_rollout whole where state in ('RUNNING', 'PAUSED', 'STOPPED')
                        or exists (select 1 from firmware_rollout_node part
                        where part.rollout_id = whole.id and part.state in ('ASKED', 'FETCHED')) order by id""").query(RolloutRows::rollout).list().stream()
                .map(this::withParts)
                .toList();
    }

    private Rollout withParts(Rollout rollout) {
        return rollout.with(sql.sql("select * from firmware_rollout_node where rollout_id = ? order by stage, node_id")
                .param(rollout.id())
                .query(RolloutRows::part)
                .list());
    }

    /** With the number that it has from now on. */
    Rollout add(Rollout rollout) {
        GeneratedKeyHolder key = new GeneratedKeyHolder();
        sql.sql("""
                        insert into firmware_rollout (words, at_time, user_id, by_name, origin, patience, state, reason)
                        values (?, ?, ?, ?, ?, ?, ?, ?)""")
                .param(rollout.words())
                .param(rollout.at().toEpochMilli())
                .param(rollout.user().number())
                .param(rollout.by())
                .param(rollout.origin())
                .param((int) rollout.patience().toSeconds())
                .param(rollout.state().name())
                .param(rollout.reason())
                .update(key, "id");
        int id = Objects.requireNonNull(key.getKey()).intValue();
        rollout.parts().forEach(part -> add(id, part));
        return new Rollout(
                id,
                rollout.words(),
                rollout.at(),
                rollout.user(),
                rollout.by(),
                rollout.origin(),
                rollout.patience(),
                rollout.state(),
                rollout.reason(),
                rollout.parts());
    }

    private void add(int rollout, Rollout.Part part) {
        sql.sql("""
                        insert into firmware_rollout_node (rollout_id, node_id, image_id, before_id, stage, state, reason, asked_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?)""")
                .param(rollout)
                .param(part.node().number())
                .param(part.image())
                .param(part.before())
                .param(part.stage())
                .param(part.progress().name())
                .param(cut(part.reason()))
                .param(millis(part.askedAt()))
                .update();
    }

    /** What is otherwise than before. */
    void write(Rollout before, Rollout now) {
        if (before.state() != now.state() || !before.reason().equals(now.reason())) {
            sql.sql("update firmware_rollout set state = ?, reason = ? where id = ?")
                    .params(now.state().name(), cut(now.reason()), now.id())
                    .update();
        }
        for (int i = 0; i < now.parts().size(); i++) {
            Rollout.Part part = now.parts().get(i);
            if (!part.equals(before.parts().get(i))) {
                sql.sql("""
                                update firmware_rollout_node set state = ?, reason = ?, asked_at = ?
                                where rollout_id = ? and node_id = ?""")
                        .param(part.progress().name())
                        .param(cut(part.reason()))
                        .param(millis(part.askedAt()))
                        .param(now.id())
                        .param(part.node().number())
                        .update();
            }
        }
    }

    private static @Nullable Long millis(@Nullable Instant at) {
        return at == null ? null : at.toEpochMilli();
    }

    private static String cut(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST);
    }

    private static Rollout rollout(ResultSet row, int index) throws SQLException {
        return new Rollout(
                row.getInt("id"),
                row.getString("words"),
                Instant.ofEpochMilli(row.getLong("at_time")),
                new UserId(row.getInt("user_id")),
                row.getString("by_name"),
                row.getString("origin"),
                Duration.ofSeconds(row.getInt("patience")),
                Rollout.State.valueOf(row.getString("state")),
                row.getString("reason"),
                List.of());
    }

    private static Rollout.Part part(ResultSet row, int index) throws SQLException {
        Long asked = row.getObject("asked_at", Long.class);
        return new Rollout.Part(
                new NodeId(row.getInt("node_id")),
                row.getInt("image_id"),
                row.getObject("before_id", Integer.class),
                row.getInt("stage"),
                Rollout.Progress.valueOf(row.getString("state")),
                row.getString("reason"),
                asked == null ? null : Instant.ofEpochMilli(asked));
    }
}
