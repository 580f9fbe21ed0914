package org.bmac.floorplan;

/**
 * Lets a few through at once and then one for each gap, so that what belongs together (asked, sent, ended) does not wait
 * for itself, and many do not crowd out the values. For one thread. Times in milliseconds.
 */
final class Allowance {
    private static final int AT_ONCE = 4;

    private long due = Long.MIN_VALUE / 2;

    /** How long the next has to wait; 0 when it may go now. */
    long pause(long now, long gap) {
        boolean clockWasSetBack = due - now > AT_ONCE * gap;
        due = clockWasSetBack ? now : Math.max(due, now - (AT_ONCE - 1) * gap);
        return Math.max(0, due - now);
    }

    /** One has gone through. */
    void taken(long gap) {
        due += gap;
    }
}
