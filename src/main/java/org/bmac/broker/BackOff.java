package org.bmac.broker;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * How long to wait before the next try: twice as long each time up to a limit, less a random part so that many clients
 * do not come at once.
 *
 * @param first the wait after the first failure
 * @param longest the limit
 */
record BackOff(Duration first, Duration longest, RandomGenerator random) {
    private static final int MOST_DOUBLINGS = 20;

    /**
     * Half of the full wait at least, all of it at most.
     *
     * @param failures how many tries failed in a row, from 1
     */
    Duration after(int failures) {
        long full = Math.min(longest.toMillis(), first.toMillis() << Math.min(failures - 1, MOST_DOUBLINGS));
        return Duration.ofMillis(full / 2 + random.nextLong(full / 2 + 1));
    }
}
