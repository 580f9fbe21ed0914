package org.bmac.node;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.bmac.building.Building;
import org.bmac.building.Buildings;
import org.bmac.building.NodeId;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/** When each node said something last, and how much, since the start. Safe on every thread. */
@Component
class LastSeen {
    /** Of a node of which nobody knows how often it speaks. */
    private static final Duration USUAL = Duration.ofMinutes(10);

    private final Map<NodeId, Pulse> byNode = new ConcurrentHashMap<>();
    private final Function<NodeId, Duration> patience;

    @Autowired
    LastSeen(Buildings buildings) {
        this(node -> patience(buildings.current(), node));
    }

    /** One to which every silence of ten minutes is a gap. */
    LastSeen() {
        this(_ -> USUAL);
    }

    private LastSeen(Function<NodeId, Duration> patience) {
        this.patience = patience;
    }

    private static Duration patience(Building building, NodeId node) {
        return building.node(node)
                .map(known -> Silence.usual(building, known))
                .map(Silence::gone)
                .orElse(USUAL);
    }

    void seen(NodeId node, Instant at) {
        pulse(node).beat(at, () -> patience.apply(node));
    }

    void unreadable(NodeId node) {
        pulse(node).unreadable();
    }

    void dropped(NodeId node) {
        pulse(node).dropped();
    }

    /** It stamped something with a time that has not come yet. */
    void ahead(NodeId node, Duration by) {
        pulse(node).ahead(by);
    }

    private Pulse pulse(NodeId node) {
        return byNode.computeIfAbsent(node, _ -> new Pulse());
    }

    Optional<Instant> of(NodeId node) {
        Pulse pulse = byNode.get(node);
        return pulse == null ? Optional.empty() : pulse.last();
    }

    NodeCounts counts(NodeId node) {
        Pulse pulse = byNode.get(node);
        return pulse == null ? NodeCounts.NONE : pulse.counts();
    }
}
