package org.bmac.broker;

import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.LongAdder;

/**
 * Messages that wait to be sent over one connection, and the thread that sends them: no more at a time than the broker
 * takes unacknowledged, since Paho refuses what is beyond that.
 */
final class Outbox {
    private static final int MOST_WAITING = 100_000;
    private static final int MOST_IN_FLIGHT = 1_000;

    private record Waiting(Outgoing message, CompletableFuture<Void> done) {}

    private final PahoSession session;
    private final LongAdder sent;
    private final BlockingQueue<Waiting> queue = new LinkedBlockingQueue<>(MOST_WAITING);
    private final Set<CompletableFuture<Void>> open = ConcurrentHashMap.newKeySet();
    private final Semaphore flight;
    private final Thread thread;
    private volatile boolean closed;

    /** @param sent counts what the broker has been given */
    Outbox(PahoSession session, LongAdder sent) {
        this.session = session;
        this.sent = sent;
        this.flight = new Semaphore(Math.min(MOST_IN_FLIGHT, session.receiveMaximum()));
        this.thread = Thread.ofPlatform().daemon().name("broker-sender").start(this::send);
    }

    /** Takes a message; completes as {@link Broker#publish} says. */
    CompletableFuture<Void> put(Outgoing message) {
        CompletableFuture<Void> done = new CompletableFuture<>();
        open.add(done);
        if (closed || !queue.offer(new Waiting(message, done))) {
            open.remove(done);
            done.completeExceptionally(
                    new IllegalStateException(closed ? "the link broke" : "too many messages wait to be sent"));
        }
        return done;
    }

    /** Fails everything that is under way. */
    void close(String reason) {
        closed = true;
        thread.interrupt();
        open.forEach(done -> done.completeExceptionally(new IllegalStateException(reason)));
    }

    private void send() {
        try {
            while (!closed) {
                Waiting next = queue.take();
                flight.acquire();
                CompletableFuture<Void> passed = new CompletableFuture<>();
                var _ = passed.whenComplete((_, failure) -> finish(next.done(), failure));
                session.send(next.message(), passed);
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private void finish(CompletableFuture<Void> done, Throwable failure) {
        flight.release();
        open.remove(done);
        if (failure == null) {
            sent.increment();
            done.complete(null);
        } else {
            done.completeExceptionally(failure);
        }
    }
}
