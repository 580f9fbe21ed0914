package org.bmac.history;

import org.bmac.building.Point;

/**
 * What of a point's history was recalled and not heard. In milliseconds.
 *
 * @param until before this moment; since 1970
 * @param apart two of its readings are no further apart than this
 * @param done whether all of it is written
 */
record Recalled(long until, long apart, boolean done) {
    static final Recalled NOTHING = new Recalled(0, 0, false);

    /** Whether it was begun and is not done. */
    boolean isUnderWay() {
        return until > 0 && !done;
    }

    /** For how long a recalled number holds. */
    long hold(Point point) {
        return Math.max(Holding.of(point), 3 * apart);
    }
}
