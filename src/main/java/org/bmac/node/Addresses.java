package org.bmac.node;

import java.time.Duration;
import java.time.Instant;
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
    /** An answer that comes later may be about what the node was told meanwhile. */
    private static final Duration DOUBTFUL = Duration.ofSeconds(2);

    private final Map<NodeId, String> byNode = new ConcurrentHashMap<>();
    private final Map<String, NodeId> former = new ConcurrentHashMap<>();
    private final Map<NodeId, Doubt> doubts = new ConcurrentHashMap<>();

    /** That a node may have restarted, and where it listened before. */
    private record Doubt(String address, Instant since) {}

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
        Node found = building.nodeOfLocation(location);
        Node node = found != null && found.dialect().ours() ? found : null; // what others call themselves is no address
        if (node != null && !former.isEmpty()) {
            former.values().remove(node.id()); // it has been told: its former name is free for another
        }
        NodeId id = node == null ? former.get(location) : null;
        return id == null ? node : building.node(id).orElse(null);
    }

    /** Where it listened when the program ended. */
    void recall(NodeId node, String address) {
        byNode.put(node, address);
    }

    /** The name on which a node listens where it is known by an answer; null where it is its location. */
    @Nullable
    String known(Node node) {
        String address = byNode.get(node.id());
        return address == null || address.equals(node.location()) ? null : address;
    }

    /** A node has connected: it listens on its location, unless it {@linkplain #runs runs modules already}. */
    void connected(Node node, Instant at) {
        String address = known(node);
        byNode.remove(node.id());
        if (address != null) {
            doubts.put(node.id(), new Doubt(address, at));
        }
    }

    /** Whether only the node can say whether it has restarted or merely lost its connection. */
    boolean isInDoubt(NodeId node) {
        return doubts.containsKey(node);
    }

    /**
     * A node says which modules run. If it had any when it connected, before it was told, then it has not restarted, and they
     * listen where they did.
     */
    void runs(NodeId node, int mask, Instant at) {
        Doubt doubt = doubts.remove(node);
        if (doubt != null && mask != 0 && at.isBefore(doubt.since().plus(DOUBTFUL))) {
            byNode.putIfAbsent(node, doubt.address());
        }
    }

    String of(Node node) {
        return byNode.getOrDefault(node.id(), node.location());
    }
}
