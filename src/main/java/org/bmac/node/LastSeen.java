package org.bmac.node;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.bmac.building.NodeId;
import org.springframework.stereotype.Component;

/** When each node said something last, since the start. Safe on every thread. */
@Component
class LastSeen {
    private final Map<NodeId, Instant> byNode = new ConcurrentHashMap<>();

    void seen(NodeId node, Instant at) {
        byNode.put(node, at);
    }

    Optional<Instant> of(NodeId node) {
        return Optional.ofNullable(byNode.get(node));
    }
}
