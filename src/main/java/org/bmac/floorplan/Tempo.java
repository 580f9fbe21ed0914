package org.bmac.floorplan;

import java.util.concurrent.atomic.AtomicInteger;

/**
 * How often screens are served: each frame of the browser while that is cheap, less often the more screens there are and
 * the longer a push takes, so that all pushes together take no more than a quarter of one core. Safe on every thread.
 */
final class Tempo {
    private static final long FRAME = 16;
    private static final long SLOWEST = 250;
    private static final double SHARE = 0.25;
    private static final double SMOOTHING = 0.02;
    /** One browser with a full line must not slow down all others. */
    private static final long MOST_NANOS = 5_000_000;

    private final AtomicInteger screens = new AtomicInteger();
    private volatile double nanos;

    void opened() {
        screens.incrementAndGet();
    }

    void closed() {
        screens.decrementAndGet();
    }

    /** A push took this long to find, write and send. */
    void took(long pushNanos) {
        double before = nanos;
        nanos = before + SMOOTHING * (Math.min(pushNanos, MOST_NANOS) - before);
    }

    /** The least time between two pushes to one screen, in milliseconds. */
    long gap() {
        return Math.clamp(Math.round(screens.get() * nanos / SHARE / 1e6), FRAME, SLOWEST);
    }
}
