package org.bmac.building;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
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
    private static final String FLOORS = "select id, name, ordinal, width, height, version, metres, north from floor";

    private final JdbcClient sql;

    BuildingRows(JdbcClient sql) {
        this.sql = sql;
    }

    Building read() {
        String name = sql.sql("select name from building")
                .query(String.class)
                .optional()
                .orElse("");
        List<Floor> floors = sql.sql(FLOORS + " where not archived")
                .query(BuildingRows::floor)
                .list();
        List<Zone> zones = sql.sql("""
                select z.id, z.floor_id, z.name, z.kind, z.tags, z.outline from zone z
                    join floor f on f.id = z.floor_id where not z.archived and not f.archived order by z.id""").query(BuildingRows::zone).list();
        List<Node> nodes = sql.sql("""
                select n.id, n.uid, n.location, n.dialect, n.modules, f.id as floor_id, n.x, n.y from node n
                    left join floor f on f.id = n.floor_id and not f.archived order by n.id""").query(BuildingRows::node).list();
        Map<NodeId, Node> byId = nodes.stream().collect(Collectors.toMap(Node::id, Function.identity()));
        List<Point> points =
                sql.sql("""
                select p.id, p.node_id, p.kind, p.channel, p.name, f.id as floor_id, p.x, p.y, p.interval_seconds, p.commandable
                    from point p left join floor f on f.id = p.floor_id and not f.archived order by p.id""").query((row, _) -> point(row, byId, zones)).list();
        return new Building(name, floors, zones, nodes, points);
    }

    /** As {@link #read}, with what is on floors that are put away. */
    Building readWhole() {
        Building read = read();
        List<Floor> floors = sql.sql(FLOORS).query(BuildingRows::floor).list();
        List<Zone> zones = sql.sql(
                        "select id, floor_id, name, kind, tags, outline from zone where not archived order by id")
                .query(BuildingRows::zone)
                .list();
        List<Node> nodes = sql.sql("select id, uid, location, dialect, modules, floor_id, x, y from node order by id")
                .query(BuildingRows::node)
                .list();
        return new Building(read.name(), floors, zones, nodes, read.points());
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

    List<Floor> archivedFloors() {
        return sql.sql(FLOORS + " where archived order by ordinal, name")
                .query(BuildingRows::floor)
                .list();
    }

    void update(Floor floor) {
        one(
                sql.sql("update floor set name = ?, ordinal = ?, metres = ?, north = ? where id = ?")
                        .param(floor.name())
                        .param(floor.ordinal())
                        .param(floor.metres())
                        .param(floor.north())
                        .param(floor.id().number())
                        .update(),
                "floor " + floor.id());
    }

    void setPlan(FloorId floor, double width, double height, PlanImage plan) {
        one(
                sql.sql(
                                "update floor set width = ?, height = ?, plan_type = ?, plan = ?, version = version + 1 where id = ?")
                        .param(width)
                        .param(height)
                        .param(plan.mediaType())
                        .param(plan.content().toArray())
                        .param(floor.number())
                        .update(),
                "floor " + floor);
    }

    void setArchived(FloorId floor, boolean archived) {
        one(
                sql.sql("update floor set archived = ? where id = ?")
                        .param(archived)
                        .param(floor.number())
                        .update(),
                "floor " + floor);
    }

    /** @param zone its number does not count */
    ZoneId addZone(Zone zone) {
        return new ZoneId(insert(
                "insert into zone (floor_id, name, kind, tags, outline) values (?, ?, ?, ?, ?)",
                zone.floor().number(),
                zone.name(),
                zone.kind().name(),
                String.join("\n", zone.tags()),
                corners(zone)));
    }

    void update(Zone zone) {
        one(
                sql.sql("update zone set floor_id = ?, name = ?, kind = ?, tags = ?, outline = ? where id = ?")
                        .param(zone.floor().number())
                        .param(zone.name())
                        .param(zone.kind().name())
                        .param(String.join("\n", zone.tags()))
                        .param(corners(zone))
                        .param(zone.id().number())
                        .update(),
                "zone " + zone.id());
    }

    void archive(ZoneId zone) {
        one(
                sql.sql("update zone set archived = true where id = ?")
                        .param(zone.number())
                        .update(),
                "zone " + zone);
    }

    void place(NodeId node, @Nullable Placement placement) {
        one(place("node", node.number(), placement), "node " + node);
    }

    void place(PointId point, @Nullable Placement placement) {
        one(place("point", point.number(), placement), "point " + point);
    }

    void rename(PointId point, String name) {
        one(
                sql.sql("update point set name = ? where id = ?")
                        .param(name)
                        .param(point.number())
                        .update(),
                "point " + point);
    }

    private int place(String table, int id, @Nullable Placement placement) {
        return sql.sql("update " + table + " set floor_id = ?, x = ?, y = ? where id = ?")
                .param(placement == null ? null : placement.floor().number())
                .param(placement == null ? null : placement.spot().x())
                .param(placement == null ? null : placement.spot().y())
                .param(id)
                .update();
    }

    /** The places of the points that have one of their own. */
    Map<PointId, Placement> ownPlacements() {
        Map<PointId, Placement> found = new HashMap<>();
        sql.sql(
                        "select p.id, f.id as floor_id, p.x, p.y from point p join floor f on f.id = p.floor_id and not f.archived")
                .query(row -> {
                    Placement own = placement(row);
                    if (own != null) {
                        found.put(new PointId(row.getInt("id")), own);
                    }
                });
        return found;
    }

    /** As {@link #ownPlacements}, also on floors that are put away. */
    Map<PointId, Placement> wholePlacements() {
        Map<PointId, Placement> found = new HashMap<>();
        sql.sql("select id, floor_id, x, y from point where floor_id is not null")
                .query(row -> {
                    Placement own = placement(row);
                    if (own != null) {
                        found.put(new PointId(row.getInt("id")), own);
                    }
                });
        return found;
    }

    private static void one(int changed, String what) {
        if (changed != 1) {
            throw new IllegalArgumentException("there is no " + what);
        }
    }

    private static String corners(Zone zone) {
        return zone.outline().stream().map(spot -> spot.x() + "," + spot.y()).collect(Collectors.joining(" "));
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

    void readdress(Node node) {
        one(
                sql.sql("update node set location = ?, modules = ? where id = ?")
                        .param(node.location())
                        .param(node.modules())
                        .param(node.id().number())
                        .update(),
                "node " + node.id());
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

    void setCommandable(PointId point, boolean commandable) {
        sql.sql("update point set commandable = ? where id = ?")
                .param(commandable)
                .param(point.number())
                .update();
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
                row.getInt("version"),
                row.getObject("metres", Double.class),
                row.getObject("north", Double.class));
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
                row.getString("tags").lines().toList(),
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
