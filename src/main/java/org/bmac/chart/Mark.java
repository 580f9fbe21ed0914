package org.bmac.chart;

import java.time.Instant;

/** What happened meanwhile, drawn over a series. */
public sealed interface Mark {

    /** Said to those who point at it. */
    String words();

    /** Somebody commanded something at a moment. */
    record Tick(Instant at, String words) implements Mark {}

    /** Something held for some time. */
    record Span(Instant from, Instant to, Sort sort, String words) implements Mark {
        public Span {
            if (to.isBefore(from)) {
                throw new IllegalArgumentException("to is " + to + ", which is before from, " + from + ".");
            }
        }
    }

    /** Of what a span is. */
    enum Sort {
        OVERRIDE,
        ALARM,
        SCHEDULE
    }
}
