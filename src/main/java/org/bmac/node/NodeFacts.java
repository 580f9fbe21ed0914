package org.bmac.node;

import java.time.Instant;
import java.util.List;
import org.bmac.building.Node;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a node now.
 *
 * @param lastSeen when it said something last; null when never
 * @param place floor and zone in words; empty while it is unplaced
 * @param shut that it is kept out; null when it is not
 * @param troubles what is wrong with it, a sentence each, the worst first
 */
public record NodeFacts(
        Node node,
        NodeState state,
        @Nullable Instant lastSeen,
        String place,
        Told told,
        @Nullable Shut shut,
        NodeCounts counts,
        List<String> troubles) {
    public NodeFacts {
        troubles = List.copyOf(troubles);
    }
}
