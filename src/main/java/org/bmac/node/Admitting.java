package org.bmac.node;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.bmac.access.Actor;
import org.bmac.building.Node;
import org.bmac.building.NodeId;
import org.springframework.stereotype.Component;

/**
 * Lets engineers keep nodes out and let them in again, over restarts. It takes the right to configure at the node's place,
 * and is written in the audit. May be called on any thread; without that right it throws
 * {@link org.springframework.security.access.AccessDeniedException}.
 */
@Component
public class Admitting {
    private final Tending tending;
    private final Shuts shuts;
    private final Clock clock;

    Admitting(Tending tending, Shuts shuts, Clock clock) {
        this.tending = tending;
        this.shuts = shuts;
        this.clock = clock;
    }

    /** That a node is kept out; empty when it is not. */
    public Optional<Shut> of(NodeId node) {
        return shuts.of(node);
    }

    /** Nobody is asked to place it any more. */
    public void ignore(Actor by, String origin, NodeId id) {
        Node node = tending.node(by, id);
        if (node.placed()) {
            throw new IllegalArgumentException("It has its place. Only what is unplaced can be ignored.");
        }
        tending.note(by, origin, node, "Ignored.", List.of());
        shuts.set(node, new Shut(Shut.How.IGNORED, by.name(), clock.instant()));
    }

    /** What it says is dropped and counted from now on. */
    public void block(Actor by, String origin, NodeId id) {
        Node node = tending.node(by, id);
        tending.note(by, origin, node, "Blocked.", List.of());
        shuts.set(node, new Shut(Shut.How.BLOCKED, by.name(), clock.instant()));
    }

    /** It is as any other again. */
    public void letIn(Actor by, String origin, NodeId id) {
        Node node = tending.node(by, id);
        tending.note(by, origin, node, "Let in again.", List.of());
        shuts.set(node, null);
    }
}
