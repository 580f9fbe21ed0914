package org.bmac.api;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Duration;
import java.time.Instant;
import org.bmac.command.Command;
import org.bmac.command.Outcome;
import org.bmac.command.Stage;
import org.bmac.point.Value;
import org.jspecify.annotations.Nullable;

/** A command as programs see it. */
@Schema(name = "Command", description = "One attempt to move an output, and how it ended.")
record CommandEntry(
        @Schema(description = "Lasting number; later commands have higher ones.", example = "4711")
        long id,

        @Schema(description = "The point's number.", example = "7")
        int point,

        @Schema(
                description = "Why it was given: asked for, released, or its time was over.",
                allowableValues = {"set", "release", "expiry"})
        String purpose,

        @Schema(
                description = "What it is to do, as in Reading; null when a release leaves nothing to do.",
                example = "60",
                types = {"number", "null"})
        @Nullable
        Number wanted,

        @Schema(example = "8") int priority,

        @Schema(description = "Who asked.", example = "anna")
        String by,

        @Schema(
                description = "The second person who agreed to it; null where none was needed.",
                example = "ben",
                types = {"string", "null"})
        @Nullable
        String second,

        String reason,
        Instant at,

        @Schema(
                description = "How far it has come. Sent means that the broker has it, and nothing more.",
                allowableValues = {"requested", "sent", "ended"})
        String stage,

        @Schema(
                description = "How it ended; null while it is under way.",
                allowableValues = {"confirmed", "refused", "unanswered", "mismatched", "superseded"},
                types = {"string", "null"})
        @Nullable
        String outcome,

        @Schema(description = "The outcome in one sentence for people; empty where the word says it.")
        String sentence,

        @Schema(
                description = "What the node reported, as in Reading.",
                types = {"number", "null"})
        @Nullable
        Number reported,

        @Schema(
                description = "Milliseconds from the request to the outcome.",
                types = {"integer", "null"})
        @Nullable
        Long latency) {

    static CommandEntry of(Command command) {
        Outcome outcome = command.outcome().orElse(null);
        return new CommandEntry(
                command.id().number(),
                command.point().number(),
                Words.code(command.purpose()),
                ReadingEntry.number(command.wanted()),
                command.priority().number(),
                command.by().name(),
                command.by().second().isEmpty() ? null : command.by().second(),
                command.reason(),
                command.at(),
                stage(command.stage()),
                outcome == null ? null : outcome.code(),
                outcome == null ? "" : outcome.sentence(),
                ReadingEntry.number(reported(outcome)),
                command.latency().map(Duration::toMillis).orElse(null));
    }

    private static String stage(Stage stage) {
        return switch (stage) {
            case Stage.Requested _ -> "requested";
            case Stage.Sent _ -> "sent";
            case Stage.Ended _ -> "ended";
        };
    }

    private static @Nullable Value reported(@Nullable Outcome outcome) {
        return switch (outcome) {
            case Outcome.Confirmed(Value value) -> value;
            case Outcome.Mismatched(Value value) -> value;
            case Outcome.Refused _, Outcome.Unanswered _, Outcome.Superseded _ -> null;
            case null -> null;
        };
    }
}
