package org.bmac.building;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bmac.point.Kind;
import org.bmac.point.PointId;
import org.jspecify.annotations.Nullable;

/**
 * A picture that is being changed: what is new lies on top of it, and becomes part of it when somebody asks for all of it.
 * Thousands of nodes are added so without a picture for each. For one thread.
 */
final class Sketch {
    private final Map<NodeId, Node> nodes = new LinkedHashMap<>();
    private final Map<String, Node> byUid = new HashMap<>();
    private final Map<String, Node> byLocation = new HashMap<>();
    private final Map<PointId, Point> points = new LinkedHashMap<>();
    private final Map<NodeId, List<Point>> byNode = new HashMap<>();
    private Building below;

    Sketch(Building picture) {
        this.below = picture;
    }

    /** All of it. */
    Building picture() {
        if (!nodes.isEmpty() || !points.isEmpty()) {
            below = below.with(nodes, points);
            nodes.clear();
            byUid.clear();
            byLocation.clear();
            points.clear();
            byNode.clear();
        }
        return below;
    }

    /** A node that is new, or has another location or other modules and hangs where it did. */
    void put(Node node) {
        Node before = nodes.put(node.id(), node);
        if (before != null) {
            byLocation.remove(before.location());
        }
        byLocation.put(node.location(), node);
        if (node.uid() != null) {
            byUid.put(node.uid(), node);
        }
    }

    /** A point that is new, or speaks at another interval. */
    void put(Point point) {
        points.put(point.id(), point);
        List<Point> own = byNode.computeIfAbsent(point.node(), _ -> new ArrayList<>());
        own.removeIf(each -> each.id().equals(point.id()));
        own.add(point);
    }

    Optional<Node> node(NodeId id) {
        Node node = nodes.get(id);
        return node == null ? below.node(id) : Optional.of(node);
    }

    @Nullable
    Node nodeOfUid(String uid) {
        Node node = byUid.get(uid);
        return node == null ? below.nodeOfUid(uid) : node;
    }

    /** As {@link Building#nodeOfLocation}. */
    @Nullable
    Node nodeOfLocation(String location) {
        Node node = byLocation.get(location);
        if (node == null) {
            Node before = below.nodeOfLocation(location);
            node = before == null || nodes.containsKey(before.id()) ? null : before;
        }
        return node == null ? nodeOfUid(location) : node;
    }

    @Nullable
    Point pointOf(NodeId node, Kind kind, int channel) {
        List<Point> own = byNode.get(node);
        return own == null
                ? below.pointOf(node, kind, channel)
                : own.stream()
                        .filter(point -> point.kind() == kind && point.channel() == channel)
                        .findFirst()
                        .orElseGet(() -> below.pointOf(node, kind, channel));
    }

    List<Zone> zones() {
        return below.zones();
    }
}
