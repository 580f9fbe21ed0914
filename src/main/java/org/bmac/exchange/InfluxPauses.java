package org.bmac.exchange;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** How long to wait after failures that follow each other: twice as long each time, up to 64 times the first. For one thread. */
final class InfluxPauses {
    private static final int DOUBLED = 6;

    private final Duration first;
    private final Clock clock;
    private Instant since = Instant.EPOCH;
    private int failures;

    InfluxPauses(Duration first, Clock clock) {
        this.first = first;
        this.clock = clock;
    }

    /** It failed once more; not less than what the other side asks for. */
    Duration next(Duration atLeast) {
        if (failures == 0) {
            since = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        }
        Duration pause = first.multipliedBy(1L << Math.min(failures, DOUBLED));
        failures++;
        return pause.compareTo(atLeast) < 0 ? atLeast : pause;
    }

    /** How often it has failed. */
    int inTrouble() {
        return failures;
    }

    Instant since() {
        return since;
    }

    void over() {
        failures = 0;
    }
}
