package org.bmac.building;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.bmac.point.Kind;
import org.bmac.point.PointId;
import org.jspecify.annotations.Nullable;

/**
 * One immutable picture of all that exists; every lookup is a map access. Get the newest from {@link Buildings#current()}
 * and keep it for no longer than one piece of work.
 */
public final class Building {
    private final String name;
    private final List<Floor> floors;
    private final List<Zone> zones;
    private final List<Node> nodes;
    private final List<Point> points;
    private final Map<FloorId, Floor> floorsById = new HashMap<>();
    private final Map<ZoneId, Zone> zonesById = new HashMap<>();
    private final Map<NodeId, Node> nodesById = new HashMap<>();
    private final Map<String, Node> nodesByUid = new HashMap<>();
    private final Map<String, Node> nodesByLocation = new HashMap<>();
    private final Map<NodeId, List<Point>> pointsByNode = new HashMap<>();
    private final Map<PointId, Point> pointsById = new HashMap<>();

    Building(String name, List<Floor> floors, List<Zone> zones, List<Node> nodes, List<Point> points) {
        this.name = name;
        this.floors = floors.stream()
                .sorted(Comparator.comparingInt(Floor::ordinal).thenComparing(Floor::name))
                .toList();
        this.zones = List.copyOf(zones);
        this.nodes = List.copyOf(nodes);
        this.points = points.stream().sorted(Comparator.comparing(Point::id)).toList();
        this.floors.forEach(floor -> floorsById.put(floor.id(), floor));
        this.zones.forEach(zone -> zonesById.put(zone.id(), zone));
        for (Node node : this.nodes) {
            nodesById.put(node.id(), node);
            nodesByLocation.put(node.location(), node);
            if (node.uid() != null) {
                nodesByUid.put(node.uid(), node);
            }
        }
        for (Point point : this.points) {
            pointsById.put(point.id(), point);
            pointsByNode.computeIfAbsent(point.node(), _ -> new ArrayList<>()).add(point);
        }
    }

    /** The same with these, in place of those with their numbers where there are such; points stay where they hang. */
    Building with(Map<NodeId, Node> someNodes, Map<PointId, Point> somePoints) {
        return new Building(
                name, floors, zones, replaced(nodes, someNodes, Node::id), replaced(points, somePoints, Point::id));
    }

    /**
     * The same with only what passes. Whatever is kept should find there what it names: the floor of a zone, the node, the
     * zone or else the floor of a point.
     */
    public Building only(
            Predicate<Floor> someFloors,
            Predicate<Zone> someZones,
            Predicate<Node> someNodes,
            Predicate<Point> somePoints) {
        return new Building(
                name,
                floors.stream().filter(someFloors).toList(),
                zones.stream().filter(someZones).toList(),
                nodes.stream().filter(someNodes).toList(),
                points.stream().filter(somePoints).toList());
    }

    private static <T, I> List<T> replaced(List<T> all, Map<I, T> some, Function<T, I> id) {
        return Stream.concat(all.stream().filter(each -> !some.containsKey(id.apply(each))), some.values().stream())
                .toList();
    }

    /** The building's name; empty before anyone named it. */
    public String name() {
        return name;
    }

    /** From the ground upwards. */
    public List<Floor> floors() {
        return floors;
    }

    public List<Zone> zones() {
        return zones;
    }

    /** All nodes, placed or not. */
    public List<Node> nodes() {
        return nodes;
    }

    /** All points, by number. */
    public List<Point> points() {
        return points;
    }

    public Optional<Floor> floor(FloorId id) {
        return Optional.ofNullable(floorsById.get(id));
    }

    public Optional<Zone> zone(ZoneId id) {
        return Optional.ofNullable(zonesById.get(id));
    }

    public Optional<Node> node(NodeId id) {
        return Optional.ofNullable(nodesById.get(id));
    }

    public Optional<Point> point(PointId id) {
        return Optional.ofNullable(pointsById.get(id));
    }

    /** The node with this UID, or null; for the path of a reading. */
    public @Nullable Node nodeOfUid(String uid) {
        return nodesByUid.get(uid);
    }

    /**
     * The node that calls itself this on the wire, or null; for the path of a reading. A node that has not been given a
     * location yet calls itself by its UID.
     */
    public @Nullable Node nodeOfLocation(String location) {
        Node node = nodesByLocation.get(location);
        return node == null ? nodesByUid.get(location) : node;
    }

    /** The points of a node, by number; empty when it has none. */
    public List<Point> pointsOf(NodeId node) {
        List<Point> found = pointsByNode.get(node);
        return found == null ? List.of() : found;
    }

    /** The point of a node with this kind and channel, or null; for the path of a reading. */
    public @Nullable Point pointOf(NodeId node, Kind kind, int channel) {
        List<Point> found = pointsOf(node);
        for (int i = 0; i < found.size(); i++) {
            Point point = found.get(i);
            if (point.kind() == kind && point.channel() == channel) {
                return point;
            }
        }
        return null;
    }

    /** What to call a point with its place, such as "Fan, 0.01 Foyer"; empty when there is none. */
    public String wordsOf(PointId id) {
        return point(id).map(point -> point.label() + ", " + placeOf(point)).orElse("");
    }

    /** Where a point is, in words for people: its zone, else its floor, else its node's location. */
    public String placeOf(Point point) {
        if (point.zone() != null) {
            return zone(point.zone()).orElseThrow().name();
        }
        if (point.placement() != null) {
            return floor(point.placement().floor()).orElseThrow().name();
        }
        return node(point.node()).orElseThrow().location();
    }
}
