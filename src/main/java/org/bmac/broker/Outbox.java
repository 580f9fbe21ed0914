package org.bmac.broker;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/**
 * Messages that wait to be sent over one connection, and the thread that sends them: no more at a time than the broker
 * takes unacknowledged, since Paho refuses what is beyond that.
 */
final class Outbox {
    private static final int MOST_WAITING = 100_000;
    private static final int MOST_IN_FLIGHT = 1_000;

    /** A message and who waits for it; each is only equal to itself. */
    private static final class Waiting {
        private final Outgoing message;
        private final Instant since;
        private final CompletableFuture<Void> done = new CompletableFuture<>();

        Waiting(Outgoing message, Instant since) {
            this.message = message;
            this.since = since;
        }

        /** The message with what is left of its expiry; null when nothing is left. What never expires stays as it is. */
        @Nullable
        Outgoing at(Instant now) {
            Duration expiry = message.properties().expiry();
            if (expiry == null) {
                return message;
            }
            Duration left = expiry.minus(Duration.between(since, now));
            Duration whole = Duration.ofSeconds(left.plusMillis(FORGIVEN_MILLIS).toSeconds());
            return whole.isPositive() ? message.expiring(whole) : null;
        }

        void fail(String reason) {
            done.completeExceptionally(new IllegalStateException(reason));
        }
    }

    /** So long a message may have waited without losing a second of its expiry, which is in whole seconds. */
    private static final long FORGIVEN_MILLIS = 100;

    private final PahoSession session;
    private final LongAdder sent;
    private final Clock clock;
    private final BlockingQueue<Waiting> queue = new LinkedBlockingQueue<>(MOST_WAITING);
    private final Set<Waiting> open = ConcurrentHashMap.newKeySet();
    private final Semaphore flight;
    private final Thread thread;
    private volatile boolean closed;

    /** @param sent counts what the broker has been given */
    Outbox(PahoSession session, LongAdder sent, Clock clock) {
        this.session = session;
        this.sent = sent;
        this.clock = clock;
        this.flight = new Semaphore(Math.min(MOST_IN_FLIGHT, session.receiveMaximum()));
        this.thread = Thread.ofPlatform().daemon().name("broker-sender").start(this::send);
    }

    /** Takes a message; completes as {@link Broker#publish} says. */
    CompletableFuture<Void> put(Outgoing message) {
        Waiting waiting = new Waiting(message, clock.instant());
        open.add(waiting);
        if (closed || !queue.offer(waiting)) {
            open.remove(waiting);
            waiting.fail(closed ? "the link broke" : "too many messages wait to be sent");
        }
        return waiting.done;
    }

    /** Fails everything that is under way. */
    void close(String reason) {
        closed = true;
        thread.interrupt();
        open.forEach(waiting -> waiting.fail(reason));
    }

    private void send() {
        try {
            while (!closed) {
                Waiting next = queue.take();
                flight.acquire();
                send(next);
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private void send(Waiting next) {
        CompletableFuture<Void> passed = new CompletableFuture<>();
        var _ = passed.whenComplete((_, failure) -> finish(next, failure));
        Outgoing message = next.at(clock.instant());
        if (message == null) {
            passed.completeExceptionally(new IllegalStateException("it has expired before it could be sent"));
        } else {
            session.send(message, passed);
        }
    }

    private void finish(Waiting waiting, @Nullable Throwable failure) {
        flight.release();
        open.remove(waiting);
        if (failure == null) {
            sent.increment();
            waiting.done.complete(null);
        } else {
            waiting.done.completeExceptionally(failure);
        }
    }
}
