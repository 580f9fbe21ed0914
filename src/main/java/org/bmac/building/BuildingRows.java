package org.bmac.building;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bmac.point.Bytes;
import org.bmac.point.Kind;
import org.bmac.point.PointId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Component;

/** The SQL behind {@link Buildings}. */
@Component
class BuildingRows {
    private final JdbcClient sql;

    BuildingRows(JdbcClient sql) {
        this.sql = sql;
    }

    Building read() {
        String name = sql.sql("select name from building")
                .query(String.class)
                .optional()
                .orElse("");
        List<Floor> floors = sql.sql("select id, name, ordinal, width, height, version from floor")
                .query(BuildingRows::floor)
                .list();
        List<Zone> zones = sql.sql("select id, floor_id, name, kind, outline from zone order by id")
                .query(BuildingRows::zone)
                .list();
        List<Node> nodes = sql.sql("select id, uid, location, dialect, modules, floor_id, x, y from node order by id")
                .query(BuildingRows::node)
                .list();
        Map<NodeId, Node> byId = nodes.stream().collect(Collectors.toMap(Node::id, Function.identity()));
        List<Point> points = sql.sql("select * from point order by id")
                .query((row, _) -> point(row, byId, zones))
                .list();
        return new Building(name, floors, zones, nodes, points);
    }

    void rename(String name) {
        if (sql.sql("update building set name = ?").param(name).update() == 0) {
            sql.sql("insert into building (only_row, name) values (1, ?)")
                    .param(name)
                    .update();
        }
    }

    FloorId addFloor(String name, int ordinal, double width, double height, PlanImage plan) {
        return new FloorId(insert(
                "insert into floor (name, ordinal, width, height, version, plan_type, plan) values (?, ?, ?, ?, 1, ?, ?)",
                name,
                ordinal,
                width,
                height,
                plan.mediaType(),
                plan.content().toArray()));
    }

    Optional<PlanImage> planOf(FloorId floor) {
        return sql.sql("select plan_type, plan from floor where id = ? and plan is not null")
                .param(floor.number())
                .query((row, _) -> new PlanImage(row.getString(1), Bytes.wrap(row.getBytes(2))))
                .optional();
    }

    ZoneId addZone(FloorId floor, String name, ZoneKind kind, List<Spot> outline) {
        String corners = outline.stream().map(spot -> spot.x() + "," + spot.y()).collect(Collectors.joining(" "));
        return new ZoneId(insert(
                "insert into zone (floor_id, name, kind, outline) values (?, ?, ?, ?)",
                floor.number(),
                name,
                kind.name(),
                corners));
    }

    Node addNode(@Nullable String uid, String location, Dialect dialect, int modules) {
        int id = insert(
                "insert into node (uid, location, dialect, modules) values (?, ?, ?, ?)",
                uid,
                location,
                dialect.name(),
                modules);
        return new Node(new NodeId(id), uid, location, dialect, modules, null);
    }

    Node update(Node node) {
        Placement placement = node.placement();
        sql.sql("update node set location = ?, modules = ?, floor_id = ?, x = ?, y = ? where id = ?")
                .param(node.location())
                .param(node.modules())
                .param(placement == null ? null : placement.floor().number())
                .param(placement == null ? null : placement.spot().x())
                .param(placement == null ? null : placement.spot().y())
                .param(node.id().number())
                .update();
        return node;
    }

    Optional<Instant> knownSince(NodeId node) {
        return sql.sql("select known_since from node where id = ?")
                .param(node.number())
                .query((row, _) -> row.getObject(1, OffsetDateTime.class).toInstant())
                .optional();
    }

    /** Moves the points of one node to another that has none of the same kind and channel, and removes the first. */
    void merge(NodeId from, NodeId into) {
        sql.sql("""
                delete from point p where p.node_id = :into and exists
                    (select 1 from point o where o.node_id = :from and o.kind = p.kind and o.channel = p.channel)""").param("into", into.number()).param("from", from.number()).update();
        sql.sql("update point set node_id = :into where node_id = :from")
                .param("into", into.number())
                .param("from", from.number())
                .update();
        sql.sql("delete from node where id = ?").param(from.number()).update();
    }

    /**
     * @param own where it hangs; null where its node does
     * @param zones that may be around it
     */
    Point addPoint(
            Node node,
            Kind kind,
            int channel,
            String name,
            @Nullable Placement own,
            boolean commandable,
            List<Zone> zones) {
        int id = insert(
                "insert into point (node_id, kind, channel, name, floor_id, x, y, commandable) values (?, ?, ?, ?, ?, ?, ?, ?)",
                node.id().number(),
                kind.name(),
                channel,
                name,
                own == null ? null : own.floor().number(),
                own == null ? null : own.spot().x(),
                own == null ? null : own.spot().y(),
                commandable);
        Placement placement = own == null ? node.placement() : own;
        return new Point(
                new PointId(id),
                node.id(),
                kind,
                channel,
                name,
                placement,
                zoneAround(placement, zones),
                null,
                commandable);
    }

    Point setInterval(Point point, Duration interval) {
        sql.sql("update point set interval_seconds = ? where id = ?")
                .param(interval.toSeconds())
                .param(point.id().number())
                .update();
        return new Point(
                point.id(),
                point.node(),
                point.kind(),
                point.channel(),
                point.name(),
                point.placement(),
                point.zone(),
                interval,
                point.commandable());
    }

    private int insert(String statement, @Nullable Object... values) {
        GeneratedKeyHolder key = new GeneratedKeyHolder();
        JdbcClient.StatementSpec prepared = sql.sql(statement);
        for (Object value : values) {
            prepared = prepared.param(value);
        }
        prepared.update(key, "id");
        return Objects.requireNonNull(key.getKeyAs(Integer.class));
    }

    private static Floor floor(ResultSet row, int index) throws SQLException {
        return new Floor(
                new FloorId(row.getInt("id")),
                row.getString("name"),
                row.getInt("ordinal"),
                row.getDouble("width"),
                row.getDouble("height"),
                row.getInt("version"));
    }

    private static Zone zone(ResultSet row, int index) throws SQLException {
        List<Spot> outline = Stream.of(row.getString("outline").split(" "))
                .map(corner -> corner.split(","))
                .map(xy -> new Spot(Double.parseDouble(xy[0]), Double.parseDouble(xy[1])))
                .toList();
        return new Zone(
                new ZoneId(row.getInt("id")),
                new FloorId(row.getInt("floor_id")),
                row.getString("name"),
                ZoneKind.valueOf(row.getString("kind")),
                outline);
    }

    private static Node node(ResultSet row, int index) throws SQLException {
        return new Node(
                new NodeId(row.getInt("id")),
                row.getString("uid"),
                row.getString("location"),
                Dialect.valueOf(row.getString("dialect")),
                row.getInt("modules"),
                placement(row));
    }

    private static Point point(ResultSet row, Map<NodeId, Node> nodes, List<Zone> zones) throws SQLException {
        NodeId node = new NodeId(row.getInt("node_id"));
        Placement own = placement(row);
        Placement placement =
                own == null ? Objects.requireNonNull(nodes.get(node)).placement() : own;
        Integer seconds = row.getObject("interval_seconds", Integer.class);
        return new Point(
                new PointId(row.getInt("id")),
                node,
                Kind.valueOf(row.getString("kind")),
                row.getInt("channel"),
                row.getString("name"),
                placement,
                zoneAround(placement, zones),
                seconds == null ? null : Duration.ofSeconds(seconds),
                row.getBoolean("commandable"));
    }

    private static @Nullable ZoneId zoneAround(@Nullable Placement placement, List<Zone> zones) {
        if (placement == null) {
            return null;
        }
        for (Zone zone : zones) {
            if (zone.floor().equals(placement.floor()) && zone.contains(placement.spot())) {
                return zone.id();
            }
        }
        return null;
    }

    private static @Nullable Placement placement(ResultSet row) throws SQLException {
        Integer floor = row.getObject("floor_id", Integer.class);
        return floor == null
                ? null
                : new Placement(new FloorId(floor), new Spot(row.getDouble("x"), row.getDouble("y")));
    }
}
