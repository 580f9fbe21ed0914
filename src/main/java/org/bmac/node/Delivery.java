package org.bmac.node;

import java.util.concurrent.CompletableFuture;

/** A wish on its way to a node. Safe on every thread. */
public final class Delivery {
    private final Lane lane;
    private final Turn turn;

    Delivery(Lane lane, Turn turn) {
        this.lane = lane;
        this.turn = turn;
    }

    /**
     * Completes once, never exceptionally, on any thread. What is attached to it must not block and must not take a lock
     * under which deliveries are made or withdrawn.
     */
    public CompletableFuture<Delivered> done() {
        return turn.done();
    }

    /**
     * Nobody wants it any more: nothing further is sent for it, and {@link #done()} never completes unless it has already.
     * What has been sent cannot be called back.
     *
     * @return what has gone and come so far
     */
    public Transcript withdraw() {
        return lane.withdraw(turn);
    }
}
