package org.bmac.exchange;

import org.bmac.history.Sample;

/** What a line of a file says. */
sealed interface Arrival {
    /** A reading. */
    record Told(Source source, Sample reading) implements Arrival {}

    /**
     * It cannot be used.
     *
     * @param reason a sentence for people
     */
    record Useless(String reason) implements Arrival {}
}
