package org.bmac.node;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.bmac.point.Bytes;

/** A conversation that waits for its turn in a {@link Lane}, or has it. Everything but {@link #done()} under the lane's lock. */
final class Turn {
    private final Conversation conversation;
    private final Duration patience;
    private Instant asked;
    private final Runnable onSent;
    private final CompletableFuture<Delivered> done = new CompletableFuture<>();
    private final List<Bytes> sent = new ArrayList<>();
    private final List<Bytes> received = new ArrayList<>();
    private Instant end = Instant.MAX;
    private Instant silence = Instant.MAX;
    private boolean moved;

    /** @param onSent is told when the broker has the first message that moves an output */
    Turn(Conversation conversation, Duration patience, Instant asked, Runnable onSent) {
        this.conversation = conversation;
        this.patience = patience;
        this.asked = asked;
        this.onSent = onSent;
    }

    CompletableFuture<Delivered> done() {
        return done;
    }

    Conversation conversation() {
        return conversation;
    }

    Runnable onSent() {
        return onSent;
    }

    boolean isQuestion() {
        return conversation instanceof Question;
    }

    /** Whether something that can move the output has gone out. */
    boolean moved() {
        return moved;
    }

    Duration patience() {
        return patience;
    }

    /** Whether it has waited for its turn for too long. */
    boolean isTooLate(Instant now) {
        return !now.isBefore(asked.plus(patience));
    }

    void begin(Instant now) {
        end = now.plus(patience);
    }

    /** The clock was set back by this much. */
    void setBack(Duration time) {
        asked = asked.minus(time);
        end = end.equals(Instant.MAX) ? end : end.minus(time);
        silence = silence.equals(Instant.MAX) ? silence : silence.minus(time);
    }

    /** How much of its patience is left; zero or less when none. */
    Duration left(Instant now) {
        return Duration.between(now, end);
    }

    boolean isSilent(Instant now) {
        return !now.isBefore(silence);
    }

    void listen(Instant until) {
        silence = until.isBefore(end) ? until : end;
    }

    /** Until its end, without asking again. */
    void listenOn() {
        silence = end;
    }

    void sent(Bytes payload, boolean moves) {
        sent.add(payload);
        moved |= moves;
    }

    void received(Bytes payload) {
        received.add(payload);
    }

    Transcript transcript() {
        return new Transcript(sent, received);
    }
}
