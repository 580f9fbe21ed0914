package org.bmac.node;

import java.time.Duration;
import java.time.Instant;
import org.bmac.point.Value;
import org.jspecify.annotations.Nullable;

/**
 * Commands a device of another world, which answers by reporting its state. Some report only what changes: where the state
 * was the wanted one before and nothing else is heard, that is believed.
 */
final class ForeignTalk implements Conversation {
    /** A device that reports each command does so within this time. */
    private static final Duration REPORT = Duration.ofSeconds(1);

    /** So long before the end it is judged by what it reported last. */
    private static final Duration LAST = Duration.ofMillis(200);

    private final ForeignRequest request;
    private final Value wanted;
    private final Instant begun;
    private @Nullable Value reported;

    /**
     * @param before what the device had reported last; null when nothing
     * @param begun what was measured before this moment says nothing about it
     */
    ForeignTalk(ForeignRequest request, Value wanted, @Nullable Value before, Instant begun) {
        this.request = request;
        this.wanted = wanted;
        this.reported = before;
        this.begun = begun;
    }

    @Override
    public Step begin(Duration left) {
        return new Step.Ask(request, true, REPORT);
    }

    /** Its answers are reports. */
    @Override
    public Step hear(Answered answer, Duration left) {
        return new Step.Listen();
    }

    /** A device that ramps reports what lies between on its way. */
    @Override
    public Step hear(Value value, Instant at, Duration left) {
        if (at.isBefore(begun)) {
            return new Step.Listen();
        }
        reported = value;
        return wanted.equals(value) ? new Step.End(new Verdict.Confirmed(value)) : new Step.Listen();
    }

    @Override
    public Step silence(Duration left) {
        if (wanted.equals(reported)) {
            return new Step.End(new Verdict.Confirmed(wanted));
        }
        Duration rest = left.minus(LAST);
        if (rest.isPositive()) {
            return new Step.Pause(rest);
        }
        return reported == null ? new Step.Listen() : new Step.End(new Verdict.Mismatched(reported));
    }
}
