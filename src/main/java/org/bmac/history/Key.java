package org.bmac.history;

import org.bmac.point.PointId;

/** A point and a moment in one number: 21 bits of the point above 42 bits of milliseconds since 1970 (until 2109). */
final class Key {
    /** The first moment that has no place in a key. */
    static final long END = 1L << 42;

    private Key() {}

    static long of(PointId point, long at) {
        return (long) point.number() << 42 | Math.clamp(at, 0, END - 1);
    }

    /** The moment. */
    static long at(long key) {
        return key & END - 1;
    }

    static PointId point(long key) {
        return new PointId((int) (key >>> 42));
    }
}
