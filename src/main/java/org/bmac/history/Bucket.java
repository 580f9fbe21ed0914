package org.bmac.history;

import java.time.Instant;

/**
 * What a point was worth over a stretch of time. A number holds until the next one comes, but no longer than three times the
 * point's interval (for ever where it speaks on change only); what is bad does not count. Where there is nothing, and nothing
 * held, the numbers are NaN.
 *
 * @param from the beginning, inclusive
 * @param to the end, exclusive
 * @param count the readings in it; 0 does not say that nothing is known
 * @param min of its readings, and for a switch, a duty or motion also of what it began with
 * @param max likewise
 * @param mean of the readings; for a switch, a duty or motion weighted by time, such as the share of the time for which it
 *     was on
 * @param last the last number that was known in it
 * @param holds whether that still held at its end
 * @param increase by how much a counter has gone on since what was known before it; NaN for what does not count, and where
 *     nothing is known
 * @param coverage for what share of it a number was known, 0 to 1
 */
public record Bucket(
        Instant from,
        Instant to,
        long count,
        double min,
        double max,
        double mean,
        double last,
        boolean holds,
        double increase,
        double coverage) {

    /** Whether nothing is known of it. */
    public boolean isGap() {
        return count == 0 && coverage == 0;
    }
}
