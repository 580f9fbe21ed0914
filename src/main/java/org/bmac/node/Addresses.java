package org.bmac.node;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.bmac.building.Node;
import org.bmac.building.NodeId;
import org.springframework.stereotype.Component;

/**
 * The names on which firmware nodes listen, as their answers show. A node whose modules were started before it was given its
 * location listens on its UID until it restarts. Safe on every thread.
 */
@Component
class Addresses {
    private final Map<NodeId, String> byNode = new ConcurrentHashMap<>();

    void answered(NodeId node, String address) {
        byNode.put(node, address);
    }

    /** A node that connects begins anew. */
    void forget(NodeId node) {
        byNode.remove(node);
    }

    String of(Node node) {
        return byNode.getOrDefault(node.id(), node.location());
    }
}
