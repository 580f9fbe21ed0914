package org.bmac.live;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.function.Predicate;
import org.bmac.point.PointId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Follows the points that its owner may see. May be used on any thread. */
public final class Following implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(Following.class);

    private final Followers followers;
    private final Seen seen;
    private final Function<Cell, Latest> judge;
    private final Predicate<PointId> visible;
    private final Runnable nudge;
    private final AtomicBoolean waiting = new AtomicBoolean();
    private volatile boolean closed;

    Following(
            Followers followers,
            Cells cells,
            Function<Cell, Latest> judge,
            Predicate<PointId> visible,
            Runnable nudge) {
        this.followers = followers;
        this.seen = new Seen(cells);
        this.judge = judge;
        this.visible = visible;
        this.nudge = nudge;
        followers.add(this);
        waitForNews();
        seen.everything(_ -> {});
    }

    /** Every visible point as it is now, by number, also those never seen; what changed before counts as drained. */
    public synchronized List<Latest> snapshot() {
        waitForNews();
        List<Latest> all = new ArrayList<>();
        seen.everything(cell -> addVisible(cell, all));
        return all;
    }

    /**
     * The latest of every visible point that has changed since the last drain or snapshot, by number; empty when nothing
     * has. A point may come although nothing about it is new.
     */
    public synchronized List<Latest> drain() {
        waitForNews();
        List<Latest> news = new ArrayList<>();
        seen.news(cell -> addVisible(cell, news));
        return news;
    }

    /** Ends it; a nudge that has begun may still come through. */
    @Override
    public synchronized void close() {
        closed = true;
        followers.remove(this);
        waitNoMore();
    }

    /** A point has changed, and its change has been counted. */
    void changed(PointId point) {
        if (waiting.get() && visible.test(point) && waitNoMore() && !closed) {
            try {
                nudge.run();
            } catch (RuntimeException e) {
                log.warn("a follower failed when it was nudged", e);
            }
        }
    }

    /** Must come before looking: who changes something later then finds us waiting, and what came before is found. */
    private void waitForNews() {
        if (!closed && waiting.compareAndSet(false, true)) {
            followers.oneWaits();
        }
    }

    private boolean waitNoMore() {
        boolean waited = waiting.compareAndSet(true, false);
        if (waited) {
            followers.oneWaitsNoMore();
        }
        return waited;
    }

    private void addVisible(Cell cell, List<Latest> into) {
        if (visible.test(cell.point())) {
            into.add(judge.apply(cell));
        }
    }
}
