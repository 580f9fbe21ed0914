package org.bmac.live;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * The last hour of one point, thinned out to the last sample of each half minute. Not safe for several threads.
 */
final class Trace {
    private static final int MOST = 120;
    private static final long SPACING = 30_000;
    private static final long HOUR = 3_600_000;

    private final long[] at = new long[MOST];
    private final double[] numbers = new double[MOST];
    private int size;
    private int newest = -1;
    private long slot;

    /** Takes the newest sample; one that is no number is left out. */
    void add(long millis, double number) {
        if (Double.isNaN(number)) {
            return;
        }
        if (size == 0 || millis - slot >= SPACING || millis < slot) {
            newest = (newest + 1) % MOST;
            size = Math.min(size + 1, MOST);
            slot = millis;
        }
        at[newest] = millis;
        numbers[newest] = number;
    }

    /** The samples of the hour before now, oldest first. */
    List<Recent> samples(long now) {
        List<Recent> samples = new ArrayList<>(size);
        for (int i = size - 1; i >= 0; i--) {
            int place = (newest - i + MOST) % MOST;
            if (at[place] >= now - HOUR) {
                samples.add(new Recent(Instant.ofEpochMilli(at[place]), numbers[place]));
            }
        }
        return samples;
    }
}
