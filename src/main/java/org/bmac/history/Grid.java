package org.bmac.history;

/**
 * The buckets of a window. Times in milliseconds since 1970.
 *
 * @param base where the first would begin if the window did not cut it
 * @param width of each
 */
record Grid(long from, long to, long base, long width) {

    /** As many buckets as may be, on the boundaries of the level, each as wide as wanted or wider. */
    static Grid of(long from, long to, int most, Level level, long wanted) {
        long base = level == Level.RAW ? from : level.start(from);
        long width = Math.ceilDiv(wanted, level.length()) * level.length();
        while (Math.ceilDiv(to - base, width) > most) {
            width += level.length();
        }
        return new Grid(from, to, base, width);
    }

    int count() {
        return (int) Math.ceilDiv(to - base, width);
    }

    int indexOf(long at) {
        return Math.clamp((at - base) / width, 0, count() - 1);
    }

    long start(int index) {
        return Math.max(from, base + index * width);
    }

    long end(int index) {
        return Math.min(to, base + (index + 1) * width);
    }
}
