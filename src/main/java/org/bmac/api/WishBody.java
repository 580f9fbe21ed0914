package org.bmac.api;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.Locale;
import org.bmac.building.Point;
import org.bmac.command.Commands;
import org.bmac.command.Priority;
import org.bmac.command.Wish;
import org.bmac.point.Kind;
import org.bmac.point.Value;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/** What a program asks of an output. */
@Schema(name = "Wish", description = "What an output is to do, for how long, and why.")
record WishBody(
        @Schema(
                description = "In the point's unit; 1 and 0, true and false, or on and off, heating and cooling.",
                example = "60",
                requiredMode = Schema.RequiredMode.REQUIRED,
                types = {"number", "boolean", "string"})
        @Nullable
        Object value,

        @Schema(
                description = "Of BACnet's sixteen: 1, 5, 6, 8, 13, 15 or 16. Other than 8 needs the role engineer.",
                example = "8",
                defaultValue = "8",
                types = {"integer", "null"})
        @Nullable
        Integer priority,

        @Schema(
                description =
                        "How long it is held, in ISO 8601, at most PT24H; permanent needs an engineer and a reason.",
                example = "PT30M",
                defaultValue = "PT2H",
                types = {"string", "null"})
        @Nullable
        String duration,

        @Schema(
                description = "Why, for the audit; some outputs demand it.",
                types = {"string", "null"})
        @Nullable
        String reason,

        @Schema(
                description = "The ticket of a confirmation, for outputs that demand one.",
                types = {"string", "null"})
        @Nullable
        String ticket) {
    private static final String FOR_GOOD = "permanent";
    private static final Duration LONGEST = Duration.ofDays(366);

    /**
     * The same in our own words.
     *
     * @throws Problem (400, 422) when it cannot be read
     */
    Wish of(Point point) {
        return new Wish(point.id(), value(point.kind()), level(priority), lasting(), checked(reason), ticket);
    }

    /** The priority of this number; an operator's for null. */
    static Priority level(@Nullable Integer number) {
        return number == null
                ? Priority.OPERATOR
                : Priority.of(number)
                        .orElseThrow(() -> new Problem(
                                HttpStatus.BAD_REQUEST,
                                "bad-priority",
                                "There is no priority " + number + "; there are 1, 5, 6, 8, 13, 15 and 16."));
    }

    /**
     * The same, none for null.
     *
     * @throws Problem (400) when it is too long to be kept
     */
    static String checked(@Nullable String reason) {
        if (reason != null && reason.length() > Commands.LONGEST_REASON) {
            throw new Problem(
                    HttpStatus.BAD_REQUEST,
                    "bad-reason",
                    "The reason has " + reason.length() + " characters; there is room for " + Commands.LONGEST_REASON
                            + ".");
        }
        return reason == null ? "" : reason;
    }

    private static Duration checked(Duration lasting) {
        if (lasting.abs().compareTo(LONGEST) > 0) {
            throw new Problem(
                    HttpStatus.BAD_REQUEST,
                    "bad-duration",
                    "A duration is at most " + LONGEST.toDays() + " days; permanent is without an end.");
        }
        return lasting;
    }

    private @Nullable Duration lasting() {
        if (duration == null) {
            return Wish.USUAL;
        }
        if (duration.equals(FOR_GOOD)) {
            return null;
        }
        try {
            return checked(Duration.parse(duration));
        } catch (DateTimeException | ArithmeticException _) {
            throw new Problem(
                    HttpStatus.BAD_REQUEST,
                    "bad-duration",
                    "The duration is not one of ISO 8601, such as PT30M, nor permanent: " + duration);
        }
    }

    private Value value(Kind kind) {
        return switch (Value.of(kind, number())) {
            case Value.Unreadable(String reason) ->
                throw new Problem(HttpStatus.UNPROCESSABLE_CONTENT, "impossible-value", reason + ".");
            case Value possible -> possible;
        };
    }

    private double number() {
        return switch (value) {
            case Number number -> number.doubleValue();
            case Boolean on -> on ? 1 : 0;
            case String word -> word(word);
            case null, default ->
                throw new Problem(
                        HttpStatus.BAD_REQUEST, "bad-value", "A wish has a value: a number, true, false or a word.");
        };
    }

    private static double word(String word) {
        return switch (word.toLowerCase(Locale.ROOT)) {
            case "on", "heating" -> 1;
            case "off", "cooling" -> 0;
            default ->
                throw new Problem(
                        HttpStatus.BAD_REQUEST,
                        "bad-value",
                        "There is no value '" + word + "'; words are on, off, heating and cooling.");
        };
    }
}
