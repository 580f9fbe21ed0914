package org.bmac.node;

import java.util.List;
import org.bmac.access.Actor;
import org.bmac.access.Right;
import org.bmac.access.Rights;
import org.bmac.broker.Outgoing;
import org.bmac.building.Building;
import org.bmac.building.Buildings;
import org.bmac.building.Node;
import org.bmac.building.NodeId;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;

/** Who may look after which node, and that it is written down. Safe on every thread. */
@Component
class Tending {
    private final Rights rights;
    private final Buildings buildings;
    private final ApplicationEventPublisher events;

    Tending(Rights rights, Buildings buildings, ApplicationEventPublisher events) {
        this.rights = rights;
        this.buildings = buildings;
        this.events = events;
    }

    /** Whether the actor may configure where the node is; one without a place is for who may configure everything. */
    boolean may(Actor by, Node node) {
        return rights.reach(by, Right.CONFIGURE).holds(node.placement(), buildings.current());
    }

    boolean mayAll(Actor by) {
        return rights.reach(by, Right.CONFIGURE).everywhere();
    }

    /**
     * The node, when the actor may look after it.
     *
     * @throws AccessDeniedException otherwise, also when there is none
     */
    Node node(Actor by, NodeId id) {
        Building building = buildings.current();
        return building.node(id)
                .filter(node -> may(by, node))
                .orElseThrow(() -> new AccessDeniedException(by.name() + " may not configure this node."));
    }

    /**
     * The UID of a node, when the actor may look after it.
     *
     * @throws IllegalArgumentException with a sentence for a node or a source that can be sent nothing
     */
    static String uid(Node node) {
        if (node.uid() == null) {
            throw new IllegalArgumentException("Nothing can be sent to it: only its location is known, not its UID.");
        }
        if (!node.dialect().ours()) {
            throw new IllegalArgumentException("It is a device of another world: only its outputs can be commanded.");
        }
        return node.uid();
    }

    /** Somebody does this to the node and sends it that. */
    void note(Actor by, String origin, Node node, String words, List<Outgoing> messages) {
        events.publishEvent(new NodeTended(by, origin, node.location(), words, messages));
    }

    /** Somebody does this to all nodes. */
    void noteAll(Actor by, String origin, String words, List<Outgoing> messages) {
        events.publishEvent(new NodeTended(by, origin, "", words, messages));
    }
}
