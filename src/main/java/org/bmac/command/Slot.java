package org.bmac.command;

import java.time.Instant;
import org.bmac.point.Value;
import org.jspecify.annotations.Nullable;

/**
 * A value that is held for an output at one priority.
 *
 * @param actor whose it is, for people
 * @param until null for good
 */
public record Slot(
        Value value,
        String actor,
        String reason,
        Instant since,
        @Nullable Instant until) {
    boolean isOver(Instant now) {
        return until != null && !until.isAfter(now);
    }
}
