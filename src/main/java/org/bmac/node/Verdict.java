package org.bmac.node;

import org.bmac.point.Value;

/** How it ended with a wish that was to be brought to a node. */
public sealed interface Verdict {
    /** The node has read back the wanted value. */
    record Confirmed(Value reported) implements Verdict {}

    /** The node said no, or nothing that moves an output has been sent; one sentence for people. */
    record Refused(String reason) implements Verdict {}

    /** The node reads back something else; {@link Value.Unreadable} when it says that it cannot tell. */
    record Mismatched(Value reported) implements Verdict {}

    /** Nothing was heard in time, although it was asked again; one sentence for people. */
    record Unanswered(String reason) implements Verdict {}
}
