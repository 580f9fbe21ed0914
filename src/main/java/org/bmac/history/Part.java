package org.bmac.history;

import org.jspecify.annotations.Nullable;

/**
 * The sum of some readings of one point that follow each other. Times in milliseconds since 1970. Two that follow each
 * other join into one, so that an hour is made of its quarters.
 *
 * @param sum of the numbers
 * @param last when the last reading was
 * @param value the last number
 * @param area number × milliseconds from the first to the last reading
 * @param covered milliseconds between the first and the last reading for which a number was held
 */
record Part(
        int count, double min, double max, double sum, long first, long last, double value, double area, long covered) {

    static Part of(long at, double number) {
        return new Part(1, number, number, number, at, at, number, 0, 0);
    }

    /** What comes later joined to this; each number is held until the next, and no longer than this many milliseconds. */
    Part then(Part later, long hold) {
        long held = Math.min(later.first - last, hold);
        return new Part(
                count + later.count,
                Math.min(min, later.min),
                Math.max(max, later.max),
                sum + later.sum,
                first,
                later.last,
                later.value,
                area + value * held + later.area,
                covered + held + later.covered);
    }

    /** A single one joined to this, which may be from in between: then it changes nothing of what was held. */
    Part with(Part single, long hold) {
        if (single.first >= last) {
            return then(single, hold);
        }
        return single.first <= first
                ? single.then(this, hold)
                : new Part(
                        count + 1,
                        Math.min(min, single.min),
                        Math.max(max, single.max),
                        sum + single.sum,
                        first,
                        last,
                        value,
                        area,
                        covered);
    }

    /** The same where there may be nothing yet. */
    static Part joined(@Nullable Part earlier, Part later, long hold) {
        return earlier == null ? later : earlier.then(later, hold);
    }
}
