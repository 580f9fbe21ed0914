package org.bmac.firmware;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.bmac.building.Dialect;
import org.bmac.building.NodeId;
import org.bmac.point.Bytes;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Component;

/** The SQL of images, and of which node is to run which. */
@Component
class ImageRows {
    private static final String ALL =
            "select id, name, version, board, dialect, size, sha256, notes, signed, at_time, by_name from firmware_image";

    private final JdbcClient sql;

    ImageRows(JdbcClient sql) {
        this.sql = sql;
    }

    /** Newest first. */
    List<FirmwareImage> all() {
        return sql.sql(ALL + " order by id desc").query(ImageRows::image).list();
    }

    Optional<FirmwareImage> of(int id) {
        return sql.sql(ALL + " where id = ?").param(id).query(ImageRows::image).optional();
    }

    /** The image as it was given, with the number that it has from now on. */
    FirmwareImage add(FirmwareImage image, Bytes content) {
        GeneratedKeyHolder key = new GeneratedKeyHolder();
        sql.sql("""
                        insert into firmware_image (name, version, board, dialect, size, sha256, notes, signed, at_time, by_name, content)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .param(image.name())
                .param(image.version())
                .param(image.board().name())
                .param(image.dialect().name())
                .param(image.size())
                .param(image.sha256())
                .param(image.notes())
                .param(image.signed())
                .param(image.at().toEpochMilli())
                .param(image.by())
                .param(content.toArray())
                .update(key, "id");
        int id = Objects.requireNonNull(key.getKey()).intValue();
        return of(id).orElseThrow();
    }

    /** What people may say of it; its bytes stay. */
    void write(FirmwareImage image) {
        sql.sql("update firmware_image set version = ?, board = ?, dialect = ?, notes = ? where id = ?")
                .params(image.version(), image.board().name(), image.dialect().name(), image.notes(), image.id())
                .update();
    }

    /** Nobody else may write or hold it until the transaction ends. */
    Optional<FirmwareImage> hold(int id) {
        return sql.sql(ALL + " where id = ? for update")
                .param(id)
                .query(ImageRows::image)
                .optional();
    }

    /** Whether it is in a roll-out that can go on, or a node is still fetching it or to come back with it. */
    boolean isUnderWay(int id) {
        return sql.sql("""
                        select count(*) from firmware_rollout_node part join firmware_rollout whole on whole.id = part.rollout_id
                        where part.image_id = ? and (whole.state in ('RUNNING', 'PAUSED', 'STOPPED')
                        or part.state in ('ASKED', 'FETCHED'))""").param(id).query(Long.class).single() > 0;
    }

    void remove(int id) {
        sql.sql("delete from firmware_image where id = ?").param(id).update();
    }

    /** Whether a node has it or is to have it, or it was ever rolled out. */
    boolean isUsed(int id) {
        return sql.sql("""
                        select (select count(*) from firmware_of_node where wanted = ? or running = ?)
                        + (select count(*) from firmware_rollout_node where image_id = ? or before_id = ?)""").params(id, id, id, id).query(Long.class).single() > 0;
    }

    Optional<Bytes> content(int id) {
        return sql.sql("select content from firmware_image where id = ?")
                .param(id)
                .query((row, _) -> Bytes.wrap(row.getBytes(1)))
                .optional();
    }

    Optional<Integer> wanted(NodeId node) {
        return number("select wanted from firmware_of_node where node_id = ? and wanted is not null", node);
    }

    Optional<Integer> running(NodeId node) {
        return number("select running from firmware_of_node where node_id = ? and running is not null", node);
    }

    private Optional<Integer> number(String question, NodeId node) {
        return sql.sql(question).param(node.number()).query(Integer.class).optional();
    }

    void want(NodeId node, int image) {
        set("wanted", node, image);
    }

    /** It is to fetch nothing. */
    void wantNothing(NodeId node) {
        sql.sql("update firmware_of_node set wanted = null where node_id = ?")
                .param(node.number())
                .update();
    }

    void runs(NodeId node, int image) {
        set("running", node, image);
    }

    private void set(String column, NodeId node, int image) {
        int changed = sql.sql("update firmware_of_node set " + column + " = ? where node_id = ?")
                .params(image, node.number())
                .update();
        if (changed == 0) {
            sql.sql("insert into firmware_of_node (node_id, " + column + ") values (?, ?)")
                    .params(node.number(), image)
                    .update();
        }
    }

    private static FirmwareImage image(ResultSet row, int index) throws SQLException {
        return new FirmwareImage(
                row.getInt("id"),
                row.getString("name"),
                row.getString("version"),
                Board.valueOf(row.getString("board")),
                Dialect.valueOf(row.getString("dialect")),
                row.getInt("size"),
                row.getString("sha256"),
                row.getString("notes"),
                row.getBoolean("signed"),
                Instant.ofEpochMilli(row.getLong("at_time")),
                row.getString("by_name"));
    }
}
