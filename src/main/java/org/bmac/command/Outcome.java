package org.bmac.command;

import java.util.Locale;
import org.bmac.point.Value;
import org.jspecify.annotations.Nullable;

/** How a command ended. Each has exactly one. */
public sealed interface Outcome {

    /**
     * The node says that it is so.
     *
     * @param reported null when there was nothing to command: a value was released under one that rules, or above none
     */
    record Confirmed(@Nullable Value reported) implements Outcome {}

    /** It was not done; one sentence for people. */
    record Refused(String reason) implements Outcome {}

    /** Nobody knows whether it was done; one sentence for people. */
    record Unanswered(String reason) implements Outcome {}

    /** The node reports something else. */
    record Mismatched(Value reported) implements Outcome {}

    /** Something else counts: a newer wish, or one of a stronger priority; one sentence for people. */
    record Superseded(String by) implements Outcome {}

    /** The stable word for programs, such as {@code confirmed}. */
    default String code() {
        return getClass().getSimpleName().toLowerCase(Locale.ROOT);
    }

    /** Whether it is worth trying again: all but confirmed and superseded. */
    default boolean failed() {
        return switch (this) {
            case Confirmed _, Superseded _ -> false;
            case Refused _, Unanswered _, Mismatched _ -> true;
        };
    }

    /** The sentence that it carries; empty for those that carry a value. */
    default String sentence() {
        return switch (this) {
            case Refused(String reason) -> reason;
            case Unanswered(String reason) -> reason;
            case Superseded(String by) -> by;
            case Confirmed _, Mismatched _ -> "";
        };
    }
}
