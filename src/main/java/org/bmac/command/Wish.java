package org.bmac.command;

import java.time.Duration;
import org.bmac.point.PointId;
import org.bmac.point.Value;
import org.jspecify.annotations.Nullable;

/**
 * What somebody asks of an output.
 *
 * @param lasting how long it holds; null for good, which as an override needs an engineer and a reason
 * @param reason why, in the actor's words; empty when none was given
 * @param ticket the secret of the {@link Ticket} that confirms it; null when none was asked for
 * @param ends what is let go of, so that the value is what comes next; null where the value is to be held
 */
public record Wish(
        PointId point,
        Value value,
        Priority priority,
        @Nullable Duration lasting,
        String reason,
        @Nullable String ticket,
        @Nullable Slot ends) {
    /** How long an override holds unless somebody says otherwise. */
    public static final Duration USUAL = Duration.ofHours(2);

    /** The longest that an override may hold with an end. */
    public static final Duration LONGEST = Duration.ofHours(24);

    /** To hold a value. */
    public Wish(
            PointId point,
            Value value,
            Priority priority,
            @Nullable Duration lasting,
            String reason,
            @Nullable String ticket) {
        this(point, value, priority, lasting, reason, ticket, null);
    }

    /** An operator's override for the usual time. */
    public static Wish override(PointId point, Value value) {
        return new Wish(point, value, Priority.OPERATOR, USUAL, "", null);
    }

    /** The same for this long; null for good. */
    public Wish lasting(@Nullable Duration time) {
        return new Wish(point, value, priority, time, reason, ticket, ends);
    }

    /** The same with this reason. */
    public Wish because(String why) {
        return new Wish(point, value, priority, lasting, why, ticket, ends);
    }

    /** The same at this priority. */
    public Wish at(Priority other) {
        return new Wish(point, value, other, lasting, reason, ticket, ends);
    }

    /** The same, confirmed. */
    public Wish with(String secret) {
        return new Wish(point, value, priority, lasting, reason, secret, ends);
    }
}
