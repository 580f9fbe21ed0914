package org.bmac.live;

import java.time.Instant;
import java.util.Optional;
import org.bmac.point.Kind;
import org.bmac.point.PointId;
import org.bmac.point.Quality;
import org.bmac.point.Value;
import org.jspecify.annotations.Nullable;

/**
 * What is remembered of a point over a restart.
 *
 * @param number the value; null when it could not be read
 * @param reason at most {@value #LONGEST_REASON} characters
 * @param learned the interval that was learned, in milliseconds, or null
 */
record Kept(
        PointId point,
        @Nullable Double number,
        Quality given,
        String reason,
        Instant at,
        @Nullable Long learned) {
    static final int LONGEST_REASON = 200;

    Kept {
        if (given != Quality.GOOD && given != Quality.UNCERTAIN && given != Quality.BAD) {
            throw new IllegalArgumentException("a reading is good, uncertain or bad, not " + given);
        }
        reason = reason.length() <= LONGEST_REASON ? reason : reason.substring(0, LONGEST_REASON);
    }

    /** What there is to remember of a point; empty when it was never seen. */
    static Optional<Kept> of(Cell cell) {
        Known known = cell.known();
        Value value = known.value();
        Instant at = known.at();
        if (value == null || at == null) {
            return Optional.empty();
        }
        Double number = Double.isNaN(value.asNumber()) ? null : value.asNumber();
        return Optional.of(new Kept(cell.point(), number, known.given(), known.reason(), at, cell.learned()));
    }

    /** What was known, for a point that is of this kind now. */
    Known known(Kind kind) {
        Value value = number == null ? new Value.Unreadable(reason) : Value.of(kind, number);
        Quality quality = value instanceof Value.Unreadable ? Quality.BAD : given;
        return Known.of(value, quality, reason, at, at.toEpochMilli());
    }
}
