package org.bmac.node;

import java.net.URI;
import java.util.List;
import org.bmac.access.Actor;
import org.bmac.broker.Broker;
import org.bmac.broker.Outgoing;
import org.bmac.building.Building;
import org.bmac.building.Buildings;
import org.bmac.building.Dialect;
import org.bmac.building.Node;
import org.bmac.building.NodeId;
import org.bmac.point.Bytes;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;

/** Has nodes fetch their firmware. Every method may be called on any thread and returns at once. */
@Component
public class Upgrades {
    private final Tending tending;
    private final Post post;
    private final Broker broker;
    private final Buildings buildings;
    private final Memory memory;

    Upgrades(Tending tending, Post post, Broker broker, Buildings buildings, Memory memory) {
        this.tending = tending;
        this.post = post;
        this.broker = broker;
        this.buildings = buildings;
        this.memory = memory;
    }

    /** Whether this actor may look after the node. */
    public boolean may(Actor by, Node node) {
        return tending.may(by, node);
    }

    /** Which firmware the node said that it runs; null when it has not said. */
    public @Nullable String version(NodeId node) {
        return memory.of(node).version();
    }

    /**
     * Tells a node to fetch. A firmware node knows by itself where; it restarts with what it finds there. Written in the audit
     * before it goes out.
     *
     * @param size of the image in bytes
     * @param sha256 of the image, 32 bytes
     * @param address where a BMaC 5 node finds it
     * @throws AccessDeniedException when the actor may not configure at the node's place
     * @throws IllegalArgumentException with a sentence when the node can be sent nothing, or the broker is lost
     */
    public void order(Actor by, String origin, NodeId id, String words, long size, Bytes sha256, URI address) {
        Node node = tending.node(by, id);
        String uid = Tending.uid(node);
        if (!broker.link().up()) {
            throw new IllegalArgumentException(
                    "The broker is lost: " + broker.link().reason() + ".");
        }
        Outgoing order = node.dialect() == Dialect.BMAC5
                ? new Bmac5Request.Upgrade(size, sha256, address).to(uid)
                : new Maintenance.Upgrade().to(uid);
        tending.note(by, origin, node, words, List.of(order));
        post.send(order);
    }

    /** Asks a node for its version; nothing happens where it has no UID or is not there. */
    public void ask(NodeId id) {
        Building building = buildings.current();
        building.node(id).ifPresent(node -> {
            if (node.tellable()) {
                post.send(
                        node.dialect() == Dialect.BMAC5
                                ? new Bmac5Request.Get(null).to(Tending.uid(node))
                                : new Maintenance.Version().to(Tending.uid(node)));
            }
        });
    }
}
