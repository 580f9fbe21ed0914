package org.bmac.live;

import java.time.Instant;
import org.bmac.point.Quality;
import org.bmac.point.Value;
import org.jspecify.annotations.Nullable;

/**
 * What a point has said, and what is said of its node; what it is worth now follows from this, the time, and the link.
 *
 * @param value null when never seen
 * @param given the quality that the reading came with: good, uncertain, bad; or never seen
 * @param reason why it is not good; empty when it is
 * @param at when it was measured, never later than it arrived
 * @param heard when anything last came from this point, in milliseconds since 1970
 * @param lost why the node must be gone; null while it need not be
 * @param silent whether it must be gone only because nothing was heard of it
 */
record Known(
        @Nullable Value value,
        Quality given,
        String reason,
        @Nullable Instant at,
        long heard,
        @Nullable String lost,
        boolean silent) {
    /** Never seen. */
    static final Known NOTHING =
            new Known(null, Quality.NEVER_SEEN, "no data yet", null, Long.MIN_VALUE / 2, null, false);

    /** A reading that has just come. */
    static Known of(Value value, Quality given, String reason, Instant at, long heard) {
        return new Known(value, given, reason, at, heard, null, false);
    }

    Known lost(String why) {
        return new Known(value, given, reason, at, heard, why, false);
    }

    Known silent(String why) {
        return new Known(value, given, reason, at, heard, why, true);
    }

    /** It was heard of again, without a newer value. */
    Known heard(long now) {
        return new Known(value, given, reason, at, Math.max(heard, now), null, false);
    }

    /** Whether something measured then is older than this, and this is not from a clock that has been set back. */
    boolean isNewerThan(Instant other, long now) {
        return at != null && at.isAfter(other) && at.toEpochMilli() <= now;
    }
}
