package org.bmac.node;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.bmac.building.Building;
import org.bmac.building.Node;
import org.bmac.building.NodeId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The names on which firmware nodes listen, as their answers show. A node whose modules were started before it was given its
 * location listens on its UID until it restarts, and one that was given another goes on calling itself as before until it is
 * told. Safe on every thread.
 */
@Component
class Addresses {
    private final Map<NodeId, String> byNode = new ConcurrentHashMap<>();
    private final Map<String, NodeId> former = new ConcurrentHashMap<>();

    void answered(NodeId node, String address) {
        byNode.put(node, address);
    }

    /** A node is to have another location than this; its modules, where it runs any, listen as before until it restarts. */
    void renamed(Node before) {
        former.put(before.location(), before.id());
        if (before.modules() != 0) {
            byNode.putIfAbsent(before.id(), before.location());
        }
    }

    /** The node that calls itself so, or did before it was given another location; null when there is none. */
    @Nullable
    Node calling(Building building, String location) {
        Node node = building.nodeOfLocation(location);
        if (node != null && !former.isEmpty()) {
            former.values().remove(node.id()); // it has been told: its former name is free for another
        }
        NodeId id = node == null ? former.get(location) : null;
        return id == null ? node : building.node(id).orElse(null);
    }

    /** A node that connects begins anew. */
    void forget(NodeId node) {
        byNode.remove(node);
    }

    String of(Node node) {
        return byNode.getOrDefault(node.id(), node.location());
    }
}
