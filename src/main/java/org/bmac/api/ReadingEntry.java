package org.bmac.api;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.bmac.live.Latest;
import org.bmac.point.Value;
import org.jspecify.annotations.Nullable;

/** What changes about a point. */
@Schema(name = "Reading", description = "What a point reports, and what that is worth now.")
record ReadingEntry(
        @Schema(description = "The point's number.", example = "7")
        int id,

        @Schema(
                description =
                        "In the point's unit; 1 and 0 for what is on or off, occupied or clear, heating or cooling;"
                                + " null when nothing has come or it cannot be read.",
                example = "21.5",
                types = {"number", "null"})
        @Nullable
        Number value,

        @Schema(
                description = "good, uncertain, stale, offline, bad or never-seen.",
                example = "good",
                allowableValues = {"good", "uncertain", "stale", "offline", "bad", "never-seen"})
        String quality,

        @Schema(
                description = "When the value was measured.",
                types = {"string", "null"},
                format = "date-time")
        @Nullable
        Instant at,

        @Schema(description = "Why the quality is not good, for people; empty when it is.")
        String reason) {

    static ReadingEntry of(Latest latest) {
        return new ReadingEntry(
                latest.point().number(),
                number(latest.value()),
                latest.quality().code(),
                latest.at(),
                latest.reason());
    }

    /** As whole a number as it is, so that 3 cups are not 3.0 cups. */
    static @Nullable Number number(@Nullable Value value) {
        return switch (value) {
            case null -> null;
            case Value.Unreadable _ -> null;
            case Value.Quantity quantity -> (Number) quantity.number();
            case Value.Count _, Value.Duty _, Value.Switched _, Value.Motion _, Value.Changeover _ ->
                (long) value.asNumber();
        };
    }
}
