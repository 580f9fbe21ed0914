package org.bmac.api;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.bmac.command.Answer;
import org.bmac.command.Held;
import org.bmac.command.Part;
import org.bmac.command.Request;
import org.bmac.command.Slot;
import org.bmac.command.Wish;
import org.jspecify.annotations.Nullable;

/** A request for a second person as programs see it; to onlookers only that it waits, for how long, and for which outputs. */
@Schema(name = "Request", description = "What waits for a second person, or was answered a short while ago.")
record RequestEntry(
        @Schema(example = "3") long number,

        @Schema(
                description = "What you have to do with it.",
                allowableValues = {"asker", "second", "onlooker"})
        String part,

        @Schema(
                description = "Who asked; null for onlookers.",
                types = {"string", "null"})
        @Nullable
        String by,

        @Schema(
                description = "Null for onlookers.",
                types = {"string", "null"})
        @Nullable
        String reason,

        @Schema(
                description = "What is done when somebody agrees; null for onlookers.",
                allowableValues = {"set", "release", "scene"},
                types = {"string", "null"})
        @Nullable
        String kind,

        Instant since,

        @Schema(description = "When it is over if nobody answers.")
        Instant until,

        @Schema(
                description = "Dropped means that it could not be done any more.",
                allowableValues = {"waiting", "agreed", "declined", "withdrawn", "expired", "dropped"})
        String state,

        @Schema(
                description = "Who answered; null while nobody has.",
                types = {"string", "null"})
        @Nullable
        String second,

        @Schema(description = "Why, where the state does not say it.")
        String sentence,

        @Schema(description = "Which outputs take which value then.")
        List<Item> items,

        @Schema(description = "What was carried out, as far as it has come.")
        List<CommandEntry> commands) {

    /** One output of it. */
    @Schema(name = "RequestItem")
    record Item(
            @Schema(description = "The point's number.", example = "7")
            int point,

            @Schema(
                    description = "As in Reading; null for onlookers.",
                    types = {"number", "null"})
            @Nullable
            Number value,

            @Schema(
                    description = "At which priority; null for onlookers.",
                    example = "8",
                    types = {"integer", "null"})
            @Nullable
            Integer priority,

            @Schema(
                    description = "How long it is held; null for good, for a release, and for onlookers.",
                    example = "PT2H",
                    types = {"string", "null"})
            @Nullable
            String duration,

            @Schema(description = "What a release lets go of; else null, and so for onlookers.", nullable = true)
            @Nullable
            OverrideEntry ends) {
        static Item of(Wish wish, boolean told) {
            int point = wish.point().number();
            return told
                    ? new Item(
                            point,
                            ReadingEntry.number(wish.value()),
                            wish.priority().number(),
                            wish.lasting() == null ? null : wish.lasting().toString(),
                            ended(wish))
                    : new Item(point, null, null, null, null);
        }

        private static @Nullable OverrideEntry ended(Wish wish) {
            Slot ends = wish.ends();
            return ends == null ? null : OverrideEntry.of(new Held(wish.point(), wish.priority(), ends));
        }
    }

    static RequestEntry of(Request request, Part part) {
        boolean told = part == Part.ASKER || part == Part.SECOND;
        Answer answer = told ? request.answer() : null;
        return new RequestEntry(
                request.number(),
                Words.code(part),
                told ? request.asker().name() : null,
                told ? request.reason() : null,
                told ? request.deed().code() : null,
                request.since(),
                request.until(),
                answer == null ? "waiting" : answer.verdict().code(),
                answer == null || answer.by().isEmpty() ? null : answer.by(),
                answer == null ? "" : answer.words(),
                items(request, told),
                answer == null
                        ? List.of()
                        : answer.commands().stream().map(CommandEntry::of).toList());
    }

    private static List<Item> items(Request request, boolean told) {
        return request.wishes().stream().map(wish -> Item.of(wish, told)).toList();
    }
}
