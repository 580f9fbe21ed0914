package org.bmac.node;

import java.util.Set;
import org.bmac.building.NodeId;
import org.springframework.stereotype.Component;

/** Whose messages are not listened to. Costs nothing while it is nobody. Safe on every thread. */
@Component
class Gate {
    private volatile Set<NodeId> blocked = Set.of();

    boolean isOpenToAll() {
        return blocked.isEmpty();
    }

    boolean blocks(NodeId node) {
        return blocked.contains(node);
    }

    /** These and nobody else, from now on. */
    void blockOnly(Set<NodeId> nodes) {
        blocked = Set.copyOf(nodes);
    }
}
