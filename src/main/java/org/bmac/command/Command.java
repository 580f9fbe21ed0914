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

    /** Its outcome; empty while it is under way. */
    public Optional<Outcome> outcome() {
        return stage instanceof Stage.Ended ended ? Optional.of(ended.outcome()) : Optional.empty();
    }

    /** From the request to the outcome; empty while it is under way. */
    public Optional<Duration> latency() {
        return stage instanceof Stage.Ended ended ? Optional.of(Duration.between(at, ended.at())) : Optional.empty();
    }

    Command by(By other) {
        return new Command(id, purpose, other, point, wanted, priority, lasting, reason, at, stage);
    }

    Command in(Stage other) {
        return new Command(id, purpose, by, point, wanted, priority, lasting, reason, at, other);
    }
}
