package org.bmac.command;

import java.time.Instant;
import org.bmac.node.Transcript;

/** How far a command has come. */
public sealed interface Stage {
    /** It is allowed and written down; it waits for its turn at the node. */
    record Requested() implements Stage {}

    /** The broker has it; the node has not confirmed it yet. */
    record Sent(Instant at) implements Stage {}

    /** It has its outcome. */
    record Ended(Outcome outcome, Instant at, Transcript transcript) implements Stage {}
}
