package org.bmac.node;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.bmac.building.Buildings;
import org.bmac.building.Node;
import org.bmac.building.NodeId;
import org.bmac.building.Point;
import org.bmac.point.PointId;
import org.bmac.point.PointsFound;
import org.bmac.point.PointsLost;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Says whose points are lost and found again. It holds no lock while it tells. */
@Component
class Presences implements NodeListener {
    private final Buildings buildings;
    private final ApplicationEventPublisher events;
    private final Map<NodeId, Loss> lost = new ConcurrentHashMap<>();

    /** That a node is gone, why, and since when. */
    record Loss(String reason, Instant at) {}

    Presences(Buildings buildings, ApplicationEventPublisher events) {
        this.buildings = buildings;
        this.events = events;
    }

    @Override
    public void on(NodeMessage said, @Nullable Node node, Instant at) {
        if (node == null) {
            return;
        }
        if (said instanceof NodeMessage.Presence(String _, Sign sign) && sign == Sign.GONE) {
            lost(node, "connection lost", at);
        } else if (said instanceof NodeMessage.Presence || said instanceof NodeMessage.Hello) {
            found(node, at);
        }
    }

    /** Its points are offline until they speak or it is found. */
    void lost(Node node, String reason, Instant at) {
        lost.put(node.id(), new Loss(reason, at));
        Set<PointId> points = pointsOf(node);
        if (!points.isEmpty()) {
            events.publishEvent(new PointsLost(points, reason, at));
        }
    }

    /** Whether a node was said to be gone and has not been found since. It may have spoken since. */
    Optional<Loss> loss(NodeId node) {
        return Optional.ofNullable(lost.get(node));
    }

    /** Its points are what they are worth by themselves. */
    void found(Node node, Instant at) {
        if (lost.remove(node.id()) != null) {
            events.publishEvent(new PointsFound(pointsOf(node), at));
        }
    }

    private Set<PointId> pointsOf(Node node) {
        return buildings.current().pointsOf(node.id()).stream().map(Point::id).collect(Collectors.toSet());
    }
}
