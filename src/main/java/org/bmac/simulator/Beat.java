package org.bmac.simulator;

import java.time.Duration;
import java.time.Instant;

/** A timer that comes again and again. Who looks late hears one beat, not all that were missed. */
final class Beat {
    private final Duration period;
    private Instant next;

    /** @param first the part of a period until the first beat */
    Beat(Duration period, Instant start, double first) {
        this.period = period;
        this.next = start.plusMillis(Math.round(period.toMillis() * first));
    }

    /** Whether it has beaten since it was last asked. */
    boolean due(Instant now) {
        if (now.isBefore(next)) {
            return false;
        }
        next = next.plus(period);
        if (!next.isAfter(now)) {
            next = now.plus(period);
        }
        return true;
    }
}
