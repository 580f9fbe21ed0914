package org.bmac.history;

import java.time.Instant;

/**
 * Whether what comes is kept.
 *
 * @param up false while the database takes nothing; then what comes waits, and is kept when it takes something again
 * @param reason why, in words
 * @param since when that began
 * @param waiting how many readings wait to be kept; 0 while nothing is amiss
 */
public record Keeping(boolean up, String reason, Instant since, int waiting) {
    private static final double ROUGHLY = 10;

    /** The same with a number that does not change with each reading: to the first digit. */
    public Keeping roughly() {
        double unit = Math.pow(ROUGHLY, Math.floor(Math.log10(Math.max(1, waiting))));
        return new Keeping(up, reason, since, (int) (Math.floor(waiting / unit) * unit));
    }
}
