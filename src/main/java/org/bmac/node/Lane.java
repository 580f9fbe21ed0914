package org.bmac.node;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.bmac.broker.Outgoing;
import org.bmac.point.Bytes;
import org.bmac.point.Value;
import org.jspecify.annotations.Nullable;

/**
 * One topic of one node, where one conversation takes place at a time, because answers do not say what they answer. Wishes
 * come before questions, and a question gives way at once. Safe on every thread.
 */
final class Lane {
    private static final Duration LEAST_EXPIRY = Duration.ofSeconds(1);

    private final Post post;
    private final Supplier<String> name;
    private final Duration grace;
    private final Clock clock;
    private final Deque<Turn> wishes = new ArrayDeque<>();
    private final Deque<Turn> questions = new ArrayDeque<>();
    private @Nullable Turn current;
    private Instant freeAt = Instant.MIN;
    private Instant seen = Instant.MIN;

    /**
     * @param name on which the node listens now
     * @param grace how long an answer to what was withdrawn is waited for before the next is sent
     */
    Lane(Post post, Supplier<String> name, Duration grace, Clock clock) {
        this.post = post;
        this.name = name;
        this.grace = grace;
        this.clock = clock;
    }

    synchronized void add(Turn turn) {
        Instant now = now();
        if (turn.isQuestion()) {
            questions.add(turn);
        } else {
            wishes.add(turn);
            if (current != null && current.isQuestion()) {
                current = null;
            }
        }
        next(now);
    }

    synchronized void hear(Answered answer, Bytes payload) {
        Instant now = now();
        if (current == null) {
            freeAt = Instant.MIN;
            next(now);
        } else {
            hear(current, current.conversation().hear(answer, current.left(now)), payload, now);
        }
    }

    synchronized void hear(Value value, Instant measured, Bytes payload) {
        Instant now = now();
        if (current != null) {
            hear(current, current.conversation().hear(value, measured, current.left(now)), payload, now);
        }
    }

    private void hear(Turn turn, Step step, Bytes payload, Instant now) {
        if (!(step instanceof Step.Listen)) {
            turn.received(payload);
        }
        take(turn, step, now);
    }

    /** Time has passed. */
    synchronized void step() {
        Instant now = now();
        giveUp(now);
        Turn turn = current;
        if (turn != null && !turn.left(now).isPositive()) {
            finish(turn, unanswered(turn), now);
        } else if (turn != null && turn.isSilent(now)) {
            turn.listenOn();
            take(turn, turn.conversation().silence(turn.left(now)), now);
        }
        next(now);
    }

    /** Who waits behind one with more patience does not wait longer for that. */
    private void giveUp(Instant now) {
        List<Turn> late = wishes.stream().filter(wish -> wish.isTooLate(now)).toList();
        wishes.removeAll(late);
        late.forEach(wish ->
                end(wish, new Verdict.Unanswered("It was not sent: the node was still busy with an earlier command.")));
        questions.removeIf(question -> question.isTooLate(now));
    }

    /** It is no longer wanted. An answer that is still under way is not taken for the answer to the next. */
    synchronized Transcript withdraw(Turn turn) {
        Instant now = now();
        if (!wishes.remove(turn) && current == turn) {
            current = null;
            freeAt = now.plus(grace);
            next(now);
        }
        return turn.transcript();
    }

    private void next(Instant now) {
        if (current != null || now.isBefore(freeAt)) {
            return;
        }
        giveUp(now);
        Turn turn = wishes.isEmpty() ? questions.poll() : wishes.poll();
        if (turn != null) {
            current = turn;
            turn.begin(now);
            take(turn, turn.conversation().begin(turn.left(now)), now);
        }
    }

    /** Everything is noted before something is sent, because the answer may come before sending returns. */
    private void take(Turn turn, Step step, Instant now) {
        switch (step) {
            case Step.Listen() -> {}
            case Step.Pause(Duration time) -> turn.listen(now.plus(time));
            case Step.Ask ask -> ask(turn, ask, now);
            case Step.End(Verdict verdict) -> finish(turn, verdict, now);
        }
    }

    private void ask(Turn turn, Step.Ask ask, Instant now) {
        Duration whole = Duration.ofSeconds(turn.left(now).toSeconds());
        if (ask.moves() && whole.compareTo(LEAST_EXPIRY) < 0) {
            turn.listenOn();
            return;
        }
        Outgoing message = ask.request().to(name.get(), whole.compareTo(LEAST_EXPIRY) < 0 ? LEAST_EXPIRY : whole);
        boolean first = ask.moves() && !turn.moved();
        turn.listen(now.plus(ask.atMost()));
        turn.sent(message.payload(), ask.moves());
        post.send(message, first ? turn.onSent() : () -> {}, lost -> unsent(turn, ask.moves(), lost, now));
    }

    /** What breaks on the way may have arrived: then it is listened for, and asked again later. */
    private synchronized void unsent(Turn turn, boolean moves, Throwable lost, Instant now) {
        if (turn == current && !moves && !turn.moved()) {
            finish(turn, new Verdict.Refused("It could not be sent: " + lost.getMessage() + "."), now);
        }
    }

    private void finish(Turn turn, Verdict verdict, Instant now) {
        current = null;
        end(turn, verdict);
        next(now);
    }

    /** Where the clock was set back all patience is counted from there, or it would last for as long as that was. */
    private Instant now() {
        Instant now = clock.instant();
        if (now.isBefore(seen)) {
            Duration back = Duration.between(now, seen);
            Stream.of(wishes.stream(), questions.stream(), Stream.ofNullable(current))
                    .flatMap(turns -> turns)
                    .forEach(turn -> turn.setBack(back));
            freeAt = freeAt.equals(Instant.MIN) ? freeAt : freeAt.minus(back);
        }
        seen = now;
        return now;
    }

    private static void end(Turn turn, Verdict verdict) {
        turn.done().complete(new Delivered(verdict, turn.transcript()));
    }

    private static Verdict unanswered(Turn turn) {
        return new Verdict.Unanswered("No answer after " + turn.patience().toSeconds() + " s.");
    }
}
