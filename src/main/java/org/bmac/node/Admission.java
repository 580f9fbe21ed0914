package org.bmac.node;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.bmac.building.Building;
import org.bmac.building.Buildings;
import org.bmac.building.Node;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.transaction.TransactionException;

/**
 * Makes nodes and points of what is not known yet, off the intake thread, and then lets their messages through, each
 * source's in the order in which they came. While the database fails they wait for {@value #TRIES} tries, and are then
 * counted as refused until it keeps something again: what is not acknowledged holds up all nodes that are known. Everything
 * except {@link #run()} is called with the lock held.
 */
final class Admission implements Runnable {
    private static final Logger LOG = LoggerFactory.getLogger(Admission.class);
    private static final int MOST_WAITING = 10_000;
    private static final int AT_ONCE = 50;
    private static final long PAUSE_MILLIS = 1_000;
    private static final int TRIES = 5;

    private final Buildings buildings;
    private final Object lock;
    private final Predicate<Heard> resolution;
    private final Tally tally;
    private final Newcomers newcomers;
    private final Deque<Heard> waiting = new ArrayDeque<>();
    private final Map<String, Integer> names = new HashMap<>();
    private final CountDownLatch closed = new CountDownLatch(1);
    private @Nullable Building counted;
    private boolean full;
    private long failures;
    private int inVain;

    Admission(Buildings buildings, Object lock, Predicate<Heard> resolution, Tally tally, int mostUnplaced) {
        this.buildings = buildings;
        this.lock = lock;
        this.resolution = resolution;
        this.tally = tally;
        this.newcomers = new Newcomers(buildings, mostUnplaced);
    }

    int waiting() {
        return waiting.size();
    }

    /** Whether messages of this name wait, so that later ones have to wait behind them. */
    boolean holds(@Nullable String name) {
        return !names.isEmpty() && name != null && names.containsKey(name);
    }

    /**
     * Lets it wait; a full waiting room slows the broker down.
     *
     * @return false when it is refused because too much is unplaced, and so dealt with
     */
    boolean hold(Heard heard, String name) {
        if (!holds(name) && refuses(name, heard.said())) {
            refuse(name);
            return false;
        }
        while (waiting.size() >= MOST_WAITING && isOpen()) {
            if (!await()) {
                return true;
            }
        }
        waiting.addLast(heard);
        names.merge(name, 1, Integer::sum);
        lock.notifyAll();
        return true;
    }

    void close() {
        closed.countDown();
        lock.notifyAll();
    }

    private boolean isOpen() {
        return closed.getCount() > 0;
    }

    /** Whether a source of this name is new and one too many, or an unplaced one would have too many points. */
    private boolean refuses(String name, NodeMessage said) {
        Building building = buildings.current();
        if (building != counted) {
            counted = building;
            full = newcomers.full(building);
        }
        Node node = building.nodeOfLocation(name);
        return node == null ? full : !Newcomers.hasRoom(building, node, said);
    }

    private void refuse(@Nullable String name) {
        if (tally.refused++ == 0) {
            LOG.warn(
                    "'{}' is the first of which something is not taken in: at most {} sources wait for a place, with at"
                            + " most {} points each",
                    name,
                    Intake.MOST_UNPLACED,
                    Newcomers.MOST_POINTS);
        }
    }

    /** Works until it is closed. */
    @Override
    public void run() {
        for (List<Heard> batch = next(); !batch.isEmpty(); batch = next()) {
            inVain = admit(batch) ? 0 : inVain + 1;
            if (inVain == 0 || inVain >= TRIES) {
                batch.forEach(this::letThrough);
            } else {
                pause();
            }
        }
    }

    /** The next that wait, which stay in the waiting room; empty when it is closed. */
    private List<Heard> next() {
        synchronized (lock) {
            while (waiting.isEmpty() && isOpen()) {
                if (!await()) {
                    return List.of();
                }
            }
            return isOpen() ? waiting.stream().limit(AT_ONCE).toList() : List.of();
        }
    }

    /**
     * Makes what they need; if that cannot be kept, then one by one, so that nobody is held up by another.
     *
     * @return false when it is worth another try
     */
    private boolean admit(List<Heard> batch) {
        try {
            newcomers.admit(batch.stream().map(Heard::said).toList());
            return true;
        } catch (RuntimeException e) {
            if (batch.size() > 1 && !mayPass(e)) {
                return batch.stream().allMatch(heard -> admit(List.of(heard)));
            }
            report(batch, e);
            return !mayPass(e);
        }
    }

    /** Whether it was the database that failed, and not what was to be kept. */
    private static boolean mayPass(RuntimeException e) {
        return !(e instanceof DataIntegrityViolationException)
                && (e instanceof DataAccessException || e instanceof TransactionException);
    }

    /** The first failure, the second, the fourth, the eighth …: a database that is gone must not fill the log. */
    private void report(List<Heard> batch, RuntimeException e) {
        failures++;
        if (Long.bitCount(failures) == 1) {
            String then = mayPass(e) ? "they wait" : "it is refused";
            LOG.error("{} messages of new sources cannot be kept; {} (failure {})", batch.size(), then, failures, e);
        }
    }

    /** It is dealt with, whatever comes of it; a message that is never acknowledged would hold up all that follow. */
    private void letThrough(Heard heard) {
        Runnable then;
        synchronized (lock) {
            try {
                leave(heard.name());
                if (!resolution.test(heard)) {
                    refuse(heard.name());
                }
                lock.notifyAll();
            } catch (RuntimeException e) {
                LOG.error("What '{}' said could not be dealt with", heard.name(), e);
            }
            then = heard.told().get();
        }
        then.run();
    }

    private void leave(@Nullable String name) {
        waiting.removeFirst();
        if (name != null) {
            names.computeIfPresent(name, (_, count) -> count == 1 ? null : count - 1);
        }
    }

    private void pause() {
        try {
            boolean _ = closed.await(PAUSE_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    @SuppressWarnings("WaitNotInLoop") // the callers loop
    private boolean await() {
        try {
            lock.wait();
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
