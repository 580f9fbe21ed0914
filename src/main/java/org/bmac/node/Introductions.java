package org.bmac.node;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.bmac.building.Buildings;
import org.bmac.building.Dialect;
import org.bmac.building.Node;
import org.bmac.building.NodeId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Asks a BMaC 5 node to say hello again when it speaks of what it has not announced here. */
@Component
class Introductions implements NodeListener {
    private static final Duration PAUSE = Duration.ofSeconds(30);

    private final Post post;
    private final Buildings buildings;
    private final Map<NodeId, Instant> asked = new ConcurrentHashMap<>();

    Introductions(Post post, Buildings buildings) {
        this.post = post;
        this.buildings = buildings;
    }

    @Override
    public void on(NodeMessage said, @Nullable Node node, Instant at) {
        if (node == null || node.dialect() != Dialect.BMAC5) {
            return;
        }
        boolean unknown = said instanceof NodeMessage.Unreadable(Fault fault, String _, NodeMessage.Measured _)
                && fault == Fault.UNKNOWN_CHANNEL;
        boolean pointless = said instanceof NodeMessage.Presence(String _, Sign sign)
                && sign == Sign.ALIVE
                && buildings.current().pointsOf(node.id()).isEmpty();
        if (unknown || pointless) {
            ask(node, at);
        }
    }

    private void ask(Node node, Instant at) {
        Instant last = asked.get(node.id());
        if (node.uid() != null && (last == null || last.plus(PAUSE).isBefore(at))) {
            asked.put(node.id(), at);
            post.send(new Bmac5Request.Get(null).to(node.uid()));
        }
    }
}
