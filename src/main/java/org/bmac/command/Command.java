package org.bmac.command;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.bmac.point.PointId;
import org.bmac.point.Value;
import org.jspecify.annotations.Nullable;

/**
 * One attempt to move an output, allowed or not; a picture of one moment.
 *
 * @param wanted null when a release leaves nothing to command
 * @param priority at which it was asked or released
 * @param lasting how long it holds; null for good, and for what is not a {@link Purpose#SET}
 */
public record Command(
        CommandId id,
        Purpose purpose,
        By by,
        PointId point,
        @Nullable Value wanted,
        Priority priority,
        @Nullable Duration lasting,
        String reason,
        Instant at,
        Stage stage) {

    /** How the refusal of what comes next begins, where the release itself was done. */
    static final String RELEASED = "It is released, but what comes next waits: ";

    /** Its outcome; empty while it is under way. */
    public Optional<Outcome> outcome() {
        return stage instanceof Stage.Ended ended ? Optional.of(ended.outcome()) : Optional.empty();
    }

    /** From the request to the outcome; empty while it is under way. */
    public Optional<Duration> latency() {
        return stage instanceof Stage.Ended ended ? Optional.of(Duration.between(at, ended.at())) : Optional.empty();
    }

    /** Whether it has changed what is held for the output: it was not refused, or only what comes after it was. */
    public boolean counts() {
        boolean released = purpose != Purpose.SET;
        return outcome()
                .filter(outcome ->
                        outcome instanceof Outcome.Refused(String reason) && !(released && reason.startsWith(RELEASED)))
                .isEmpty();
    }

    /** Who wanted what, and how it ended, for people: "anna: 60 %", "anna let go: 0 % – no answer". */
    public String inWords() {
        String value = wanted == null ? "" : wanted.inWords();
        String who =
                switch (purpose) {
                    case SET -> by.name() + ": " + value;
                    case RELEASE -> by.name() + " let go" + (value.isEmpty() ? "" : ": " + value);
                    case EXPIRY -> by.name() + (value.isEmpty() ? "" : ": " + value);
                };
        return who + outcome().map(Command::ending).orElse("");
    }

    private static String ending(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Confirmed _ -> "";
            case Outcome.Mismatched(Value reported) -> " – reports " + reported.inWords();
            case Outcome.Unanswered _ -> " – no answer";
            case Outcome.Refused(String reason) -> " – refused: " + reason;
            case Outcome.Superseded(String by) -> " – superseded: " + by;
        };
    }

    Command by(By other) {
        return new Command(id, purpose, other, point, wanted, priority, lasting, reason, at, stage);
    }

    Command in(Stage other) {
        return new Command(id, purpose, by, point, wanted, priority, lasting, reason, at, other);
    }
}
