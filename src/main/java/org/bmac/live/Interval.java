package org.bmac.live;

import java.time.Duration;
import java.util.Arrays;
import org.bmac.building.Point;
import org.jspecify.annotations.Nullable;

/**
 * The usual time between two readings of one point: as configured, else as learned, else its kind's. Learned is the median
 * of the last 20 gaps; while there are fewer than three, the kind's interval if that is longer. Not safe for several
 * threads. All times in milliseconds.
 */
final class Interval {
    private static final int ENOUGH = 3;
    private static final int EVERY = 8;

    private final int[] gaps = new int[20];
    private int count;
    private long usual;
    private boolean learning;
    private long learned;

    /** Takes what is configured for the point, and keeps what has been learned. */
    void configure(Point point) {
        Duration configured = point.interval();
        usual = (configured == null ? point.kind().interval() : configured).toMillis();
        learning = configured == null && usual > 0;
    }

    /** Remembers what an earlier run had learned. */
    void recall(long before) {
        learned = before;
    }

    /**
     * Learns from the time between two readings.
     *
     * @return whether {@link #millis()} may have changed
     */
    boolean learn(long gap) {
        if (!learning) {
            return false;
        }
        gaps[count % gaps.length] = Math.clamp(gap, 1, Integer.MAX_VALUE);
        count++;
        if (count > gaps.length && count % EVERY != 0) {
            return false;
        }
        long before = learned;
        learned = count < ENOUGH ? Math.max(Math.max(usual, learned), median()) : median();
        return learned != before;
    }

    /** The interval; 0 when the point speaks on change only. */
    long millis() {
        return learning && learned > 0 ? learned : usual;
    }

    /** What has been learned, or null. */
    @Nullable
    Long learned() {
        return learned > 0 ? learned : null;
    }

    private int median() {
        int[] sorted = Arrays.copyOf(gaps, Math.min(count, gaps.length));
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }
}
