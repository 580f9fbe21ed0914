package org.bmac.exchange;

import java.time.Duration;

/** What an InfluxDB made of some lines. */
sealed interface InfluxAnswer {
    /** It keeps them. */
    record Taken() implements InfluxAnswer {}

    /** It will never take all of them as they are: too much, or something among them that it cannot keep. */
    record Refused(String reason) implements InfluxAnswer {}

    /**
     * Not now.
     *
     * @param reason in words for people, without any secret
     * @param after not before so long; zero where it does not say
     */
    record Later(String reason, Duration after) implements InfluxAnswer {}
}
