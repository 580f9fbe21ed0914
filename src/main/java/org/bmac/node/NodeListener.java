package org.bmac.node;

import java.time.Instant;
import org.bmac.building.Node;
import org.jspecify.annotations.Nullable;

/**
 * Is told what nodes say besides values: that they are there, what they answer, that they are in distress. Whoever wants
 * it is a bean of this type.
 */
public interface NodeListener {

    /**
     * Something came. Called one call at a time and in the order of arrival, between the readings that came before and
     * after it: returns at once, does not block, does not throw.
     *
     * @param node that said it; null where the message does not tell or no such node is known
     * @param at when it arrived
     */
    void on(NodeMessage said, @Nullable Node node, Instant at);
}
