package org.bmac.command;

import java.time.Instant;
import java.util.Map;
import org.bmac.point.PointId;
import org.bmac.point.Value;
import org.jspecify.annotations.Nullable;

/**
 * A confirmation in the making.
 *
 * @param number for those who are to agree; says nothing about the secret
 * @param wishes which outputs are to take which value
 * @param level the strictest that they ask for
 * @param actor who wants it, for people
 * @param agreed the second person, where one is needed and has agreed; else null
 */
public record Ticket(
        long number,
        Map<PointId, Value> wishes,
        Confirmation level,
        String actor,
        String reason,
        Instant until,
        @Nullable String agreed) {
    public Ticket {
        wishes = Map.copyOf(wishes);
    }

    /** Whether it can be used now, as far as others are concerned. */
    public boolean isReady() {
        return level != Confirmation.TWO_PERSONS || agreed != null;
    }
}
