package org.bmac.history;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.bmac.point.Reading;
import org.bmac.point.Receipt;
import org.jspecify.annotations.Nullable;

/**
 * Readings that wait for being written, and the acknowledgements that wait behind them. Nothing is dropped: who has more
 * waits for room. Safe on every thread.
 */
final class Inlet {
    /** A group is written when this many wait, or when its first has waited for {@link #LINGER}. */
    static final int ENOUGH = 5_000;

    private static final long LINGER = TimeUnit.MILLISECONDS.toNanos(250);

    /** When so many acknowledgements wait and no more come, the broker may be waiting for them. */
    private static final int WINDOW = 8;

    private static final long QUIET = TimeUnit.MILLISECONDS.toNanos(5);

    private final int capacity;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition filled = lock.newCondition();
    private final Condition emptied = lock.newCondition();
    private Group waiting = Group.empty();
    private boolean closed;

    /** Some readings, the messages that said them as far as they may come again, and what to run when all that is safe. */
    record Group(List<Reading> readings, List<Receipt> receipts, List<Runnable> whenSafe) {
        static Group empty() {
            return new Group(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        }

        int size() {
            return readings.size() + whenSafe.size();
        }
    }

    Inlet(int capacity) {
        this.capacity = capacity;
    }

    void add(Reading reading) {
        lock.lock();
        try {
            int before = waiting.size();
            waiting.readings.add(reading);
            grown(before);
        } finally {
            lock.unlock();
        }
    }

    /**
     * All that one message said, which is written in one transaction.
     *
     * @param receipt null when it does not come again
     */
    void add(List<Reading> readings, @Nullable Receipt receipt, Runnable whenSafe) {
        lock.lock();
        try {
            int before = waiting.size();
            waiting.readings.addAll(readings);
            if (receipt != null && !readings.isEmpty()) {
                waiting.receipts.add(receipt);
            }
            waiting.whenSafe.add(whenSafe);
            grown(before);
        } finally {
            lock.unlock();
        }
    }

    private void grown(int before) {
        int enough = Math.min(ENOUGH, capacity);
        boolean isEnough = before < enough && waiting.size() >= enough;
        if (before == 0 || isEnough || waiting.whenSafe.size() == WINDOW) {
            filled.signal();
        }
    }

    /** How many of them wait. */
    int readings() {
        lock.lock();
        try {
            return waiting.readings.size();
        } finally {
            lock.unlock();
        }
    }

    /** Returns when fewer wait than may, or when it is closed. */
    void awaitRoom() {
        lock.lock();
        try {
            while (waiting.size() >= capacity && !closed) {
                emptied.await();
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } finally {
            lock.unlock();
        }
    }

    /** The next group; an empty one when it is closed and nothing waits. */
    Group next() throws InterruptedException {
        lock.lock();
        try {
            while (waiting.size() == 0 && !closed) {
                filled.await();
            }
            linger();
            Group group = waiting;
            waiting = Group.empty();
            emptied.signalAll();
            return group;
        } finally {
            lock.unlock();
        }
    }

    private void linger() throws InterruptedException {
        long remaining = LINGER;
        int before = 0;
        while (!closed && remaining > 0 && waiting.size() < Math.min(ENOUGH, capacity)) {
            int acknowledgements = waiting.whenSafe.size();
            if (acknowledgements >= WINDOW && acknowledgements == before) {
                return;
            }
            before = acknowledgements;
            long pause = acknowledgements >= WINDOW ? Math.min(QUIET, remaining) : remaining;
            remaining -= pause - filled.awaitNanos(pause);
        }
    }

    /** Takes what comes, but lets nobody wait any more. */
    void close() {
        lock.lock();
        try {
            closed = true;
            filled.signalAll();
            emptied.signalAll();
        } finally {
            lock.unlock();
        }
    }

    boolean isClosed() {
        lock.lock();
        try {
            return closed;
        } finally {
            lock.unlock();
        }
    }
}
