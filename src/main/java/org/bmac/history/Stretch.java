package org.bmac.history;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is known of one bucket. Times in milliseconds since 1970.
 *
 * @param earlier what came last before it
 * @param own what came in it
 * @param increase by how much a counter goes on in it, else NaN
 * @param known no number holds beyond this moment, as it has yet to come
 */
record Stretch(
        long from,
        long to,
        @Nullable Part earlier,
        @Nullable Part own,
        Hold hold,
        double increase,
        long known) {

    Bucket bucket(boolean steps) {
        return own == null ? quiet() : of(own, steps);
    }

    /** Nothing came; what was there before may hold. */
    private Bucket quiet() {
        long held = carried(to);
        double number = earlier == null || held == 0 ? Double.NaN : earlier.value();
        return bucket(0, number, number, number, number, held);
    }

    private Bucket of(Part part, boolean steps) {
        long before = carried(part.first());
        long after = Math.clamp(Math.min(to, known) - part.last(), 0, hold.at(part.last()));
        long covered = before + part.covered() + after;
        double first = earlier == null || before == 0 ? part.min() : earlier.value();
        if (!steps) {
            return bucket(part.count(), part.min(), part.max(), part.sum() / part.count(), part.value(), covered);
        }
        double area = (before == 0 ? 0 : first * before) + part.area() + part.value() * after;
        return bucket(
                part.count(),
                Math.min(part.min(), first),
                before == 0 ? part.max() : Math.max(part.max(), first),
                covered == 0 ? part.value() : area / covered,
                part.value(),
                covered);
    }

    /** For how long the number from before holds in it, up to this moment. */
    private long carried(long until) {
        if (earlier == null) {
            return 0;
        }
        long end = Math.min(Math.min(until, known), earlier.last() + hold.at(earlier.last()));
        return Math.max(0, end - from);
    }

    private boolean holds() {
        Part last = own == null ? earlier : own;
        return last != null && Math.min(to, known) <= last.last() + hold.at(last.last());
    }

    private Bucket bucket(long count, double min, double max, double mean, double last, long covered) {
        double coverage = Math.clamp((double) covered / (to - from), 0, 1);
        return new Bucket(
                Instant.ofEpochMilli(from),
                Instant.ofEpochMilli(to),
                count,
                min,
                max,
                mean,
                last,
                holds(),
                increase,
                coverage);
    }
}
