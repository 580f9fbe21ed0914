package org.bmac.history;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What happened while a point was as it was, as a chart in the browser wants it: a {@code tick} at a moment, or an
 * {@code override} from one moment to another. Times in milliseconds since 1970.
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record MarkJson(
        String kind,
        @Nullable Long at,
        @Nullable Long from,
        @Nullable Long to,
        String words) {
    static MarkJson tick(Instant at, String words) {
        return new MarkJson("tick", at.toEpochMilli(), null, null, words);
    }

    static MarkJson override(Instant from, Instant to, String words) {
        return new MarkJson("override", null, from.toEpochMilli(), to.toEpochMilli(), words);
    }
}
