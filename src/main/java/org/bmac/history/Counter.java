package org.bmac.history;

import org.jspecify.annotations.Nullable;

/**
 * By how much a counter goes on. Where it is less than before it has begun anew, and counts from zero; a zero alone may be a
 * slip, as of a machine that answers with an error, so it counts as a new beginning only when the counter does not come back to
 * where it was.
 */
final class Counter {
    private double before;

    /** From where it fell to zero; NaN when it did not. */
    private double fallen = Double.NaN;

    /** @param earlier what came last before that which counts */
    Counter(@Nullable Part earlier) {
        before = earlier == null ? Double.NaN : earlier.value();
    }

    /** By how much it has gone on since what came before; 0 when nothing came, NaN when nothing is known yet. */
    double after(@Nullable Part own) {
        if (own == null) {
            return Double.isNaN(before) ? Double.NaN : 0;
        }
        double start = Double.isNaN(before) ? own.min() : before;
        double last = own.value();
        double more = last >= start ? last - (last >= fallen ? fallen : start) : Math.max(0, own.max() - start) + last;
        if (last > 0) {
            fallen = Double.NaN;
        } else if (start > 0) {
            fallen = Math.max(start, own.max());
        }
        before = last;
        return more;
    }
}
