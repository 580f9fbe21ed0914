package org.bmac.chart;

import java.time.Duration;
import java.time.Instant;

/** The time that a chart shows. */
public sealed interface Window {

    /** What ends now, and goes on as time does. */
    record Latest(Duration span) implements Window {
        public Latest {
            if (span.toMillis() < 1) {
                throw new IllegalArgumentException("span is " + span + "; allowed is a millisecond and more.");
            }
        }
    }

    /** What does not move. */
    record Between(Instant from, Instant to) implements Window {
        public Between {
            if (from.toEpochMilli() >= to.toEpochMilli()) {
                throw new IllegalArgumentException("from is " + from + ", which is not before to, " + to + ".");
            }
        }
    }

    /** From the first reading until now. */
    record All() implements Window {}
}
