package org.bmac.node;

import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;
import org.bmac.point.Bytes;
import org.bmac.point.Value;
import org.jspecify.annotations.Nullable;

/**
 * Commands a channel of a BMaC 5 node. Its answer carries the command's correlation; what it claims is then compared with
 * what the channel reports, and where it does not report within a second its word counts.
 */
final class ChannelTalk implements Conversation {
    private static final Duration REPORT = Duration.ofSeconds(1);
    private static final Duration BUSY = Duration.ofMillis(500);

    private enum At {
        COMMAND,
        BUSY,
        VERIFY,
        READ_BACK
    }

    private final int channel;
    private final Coding coding;
    private final Value wanted;
    private final Supplier<Bytes> correlations;
    private At at = At.COMMAND;
    private Bytes correlation = Bytes.NONE;
    private Duration patience = Duration.ZERO;
    private Instant begun = Instant.MIN;

    /** @param correlations gives one that no other command has */
    ChannelTalk(int channel, Coding coding, Value wanted, Supplier<Bytes> correlations) {
        this.channel = channel;
        this.coding = coding;
        this.wanted = wanted;
        this.correlations = correlations;
    }

    /** Readings that were measured before this moment say nothing about it. */
    ChannelTalk since(Instant moment) {
        begun = moment;
        return this;
    }

    @Override
    public Step begin(Duration left) {
        patience = left;
        return command(left);
    }

    @Override
    public Step hear(Answered answer, Duration left) {
        if (!(answer instanceof Answered.Command said) || at == At.VERIFY || !isOurs(said.correlation())) {
            return new Step.Listen();
        }
        return switch (said.result()) {
            case DONE -> done(said.value());
            case BUSY -> busy();
            case OUT_OF_RANGE, INTERLOCKED, OUTPUT_FAULT, UNKNOWN_CHANNEL ->
                Step.refused("The node answers: " + said.result().words() + ".");
        };
    }

    @Override
    public Step hear(Value value, Instant measured, Duration left) {
        boolean counts = at == At.VERIFY || at == At.READ_BACK;
        return counts && !measured.isBefore(begun) ? new Step.End(judged(value)) : new Step.Listen();
    }

    @Override
    public Step silence(Duration left) {
        return switch (at) {
            case COMMAND -> get(At.READ_BACK, patience);
            case BUSY -> command(left);
            case VERIFY -> new Step.End(new Verdict.Confirmed(wanted));
            case READ_BACK -> new Step.Listen();
        };
    }

    private boolean isOurs(@Nullable Bytes answered) {
        return answered != null && answered.equals(correlation);
    }

    private Step command(Duration left) {
        at = At.COMMAND;
        correlation = correlations.get();
        return new Step.Ask(
                new Bmac5Request.Command(channel, coding.write(wanted.asNumber()), correlation, left),
                true,
                Conversation.first(patience));
    }

    private Step done(Bytes claimed) {
        Value value = claimed.length() == 0 ? wanted : coding.read(claimed);
        return wanted.equals(value)
                ? get(At.VERIFY, REPORT)
                : new Step.End(new Verdict.Mismatched(
                        value == null ? new Value.Unreadable("it takes " + coding.bytes() + " bytes") : value));
    }

    private Step busy() {
        at = At.BUSY;
        return new Step.Pause(BUSY);
    }

    private Step get(At where, Duration atMost) {
        at = where;
        return new Step.Ask(new Bmac5Request.Get(channel), false, atMost);
    }

    private Verdict judged(Value value) {
        return wanted.equals(value) ? new Verdict.Confirmed(value) : new Verdict.Mismatched(value);
    }
}
