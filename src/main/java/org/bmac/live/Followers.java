package org.bmac.live;

import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.bmac.point.PointId;

/** All who follow, and how many of them wait for news. Safe on every thread. */
final class Followers {
    private final CopyOnWriteArrayList<Following> all = new CopyOnWriteArrayList<>();
    private final AtomicInteger waiting = new AtomicInteger();

    /** Nudges whoever waits and may see the point; its change must have been counted before. */
    void changed(PointId point) {
        if (waiting.get() > 0) {
            for (Following following : all) {
                following.changed(point);
            }
        }
    }

    void add(Following following) {
        all.add(following);
    }

    void remove(Following following) {
        all.remove(following);
    }

    void oneWaits() {
        waiting.incrementAndGet();
    }

    void oneWaitsNoMore() {
        waiting.decrementAndGet();
    }
}
