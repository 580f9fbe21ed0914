package org.bmac.exchange;

import java.time.Instant;
import org.bmac.point.PointId;
import org.jspecify.annotations.Nullable;

/**
 * What a source says in a file.
 *
 * @param point which it is here; null for none
 * @param readings how many
 */
public record Told(Source source, @Nullable PointId point, long readings, Instant first, Instant last) {

    Told and(Instant at) {
        return new Told(source, point, readings + 1, at.isBefore(first) ? at : first, at.isAfter(last) ? at : last);
    }
}
