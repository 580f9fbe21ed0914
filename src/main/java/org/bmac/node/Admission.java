package org.bmac.node;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.bmac.building.Building;
import org.bmac.building.Buildings;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes nodes and points of what is not known yet, off the intake thread, and then lets their messages through, each
 * source's in the order in which they came. Everything except {@link #run()} is called with the lock held.
 */
final class Admission implements Runnable {
    private static final Logger LOG = LoggerFactory.getLogger(Admission.class);
    private static final int MOST_WAITING = 10_000;
    private static final int AT_ONCE = 50;

    private final Buildings buildings;
    private final Object lock;
    private final Predicate<Heard> resolution;
    private final Tally tally;
    private final Newcomers newcomers;
    private final Deque<Heard> waiting = new ArrayDeque<>();
    private final Map<String, Integer> names = new HashMap<>();
    private @Nullable Building counted;
    private boolean full;
    private boolean open = true;

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
     * @return false when it is refused because too many sources are unplaced, and so dealt with
     */
    boolean hold(Heard heard, String name) {
        if (!holds(name) && refuses(name)) {
            refuse(name);
            return false;
        }
        while (waiting.size() >= MOST_WAITING && open) {
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
        open = false;
        lock.notifyAll();
    }

    /** Whether a source of this name is new and one too many. */
    private boolean refuses(String name) {
        Building building = buildings.current();
        if (building != counted) {
            counted = building;
            full = newcomers.full(building);
        }
        return full && building.nodeOfLocation(name) == null;
    }

    private void refuse(@Nullable String name) {
        if (tally.refused++ == 0) {
            LOG.warn(
                    "{} sources wait for a place; no more are taken in, '{}' is the first", Intake.MOST_UNPLACED, name);
        }
    }

    /** Works until it is closed. */
    @Override
    public void run() {
        List<Heard> batch = next();
        while (!batch.isEmpty()) {
            boolean kept = admit(batch);
            List<Heard> done = new ArrayList<>(batch.size());
            synchronized (lock) {
                batch.stream().filter(heard -> letThrough(heard, kept)).forEach(done::add);
                lock.notifyAll();
            }
            done.forEach(heard -> heard.acknowledgement().run());
            batch = next();
        }
    }

    /** The next that wait, which stay in the waiting room; empty when it is closed. */
    private List<Heard> next() {
        synchronized (lock) {
            while (waiting.isEmpty() && open) {
                if (!await()) {
                    return List.of();
                }
            }
            return open ? waiting.stream().limit(AT_ONCE).toList() : List.of();
        }
    }

    private boolean admit(List<Heard> batch) {
        List<NodeMessage> news = new ArrayList<>();
        batch.forEach(heard -> news.add(heard.said()));
        try {
            newcomers.admit(news);
            return true;
        } catch (RuntimeException e) {
            LOG.error("{} messages of new nodes could not be kept; the broker will send them again", batch.size(), e);
            return false;
        }
    }

    /** Whether it is dealt with. What was not kept is not: it comes again after the next reconnect. */
    private boolean letThrough(Heard heard, boolean kept) {
        waiting.removeFirst();
        String name = heard.name();
        if (name != null) {
            names.computeIfPresent(name, (_, count) -> count == 1 ? null : count - 1);
        }
        boolean taken = resolution.test(heard);
        if (!taken && kept) {
            refuse(name);
        }
        return taken || kept;
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
