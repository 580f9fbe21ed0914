package org.bmac.floorplan;

/**
 * When a screen may be sent the next change: one is on its way at a time, the next goes when the browser draws it (or
 * has had five seconds to), and not before the gap has passed. Safe on every thread. Times in milliseconds.
 */
final class Pace {
    private static final long PATIENCE = 5_000;

    private long onItsWay;
    private long sentAt = Long.MIN_VALUE / 2;

    /** This one was sent. */
    synchronized void sent(long sequence, long now) {
        onItsWay = sequence;
        sentAt = now;
    }

    /** The browser says that it has drawn this one, and with it all before. */
    synchronized void drawn(long sequence) {
        if (sequence >= onItsWay) {
            onItsWay = 0;
        }
    }

    /** How long to wait before the next may be sent; 0 when it may go at once. */
    synchronized long pause(long now, long gap) {
        long passed = now - sentAt;
        long due = onItsWay == 0 ? gap : PATIENCE;
        boolean clockWasSetBack = passed < 0;
        return clockWasSetBack ? 0 : Math.max(0, due - passed);
    }
}
