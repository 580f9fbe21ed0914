package org.bmac.api;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.bmac.command.Held;
import org.bmac.command.Slot;
import org.jspecify.annotations.Nullable;

/** An override as programs see it. */
@Schema(name = "Override", description = "A value that somebody holds for an output.")
record OverrideEntry(
        @Schema(description = "The point's number.", example = "7")
        int point,

        @Schema(example = "8") int priority,

        @Schema(
                description = "As in Reading.",
                example = "60",
                types = {"number", "null"})
        @Nullable
        Number value,

        @Schema(description = "Who holds it.", example = "anna")
        String by,

        String reason,
        Instant since,

        @Schema(
                description = "When it ends; null for good.",
                types = {"string", "null"},
                format = "date-time")
        @Nullable
        Instant until) {
    static OverrideEntry of(Held held) {
        Slot slot = held.slot();
        return new OverrideEntry(
                held.point().number(),
                held.priority().number(),
                ReadingEntry.number(slot.value()),
                slot.actor(),
                slot.reason(),
                slot.since(),
                slot.until());
    }
}
