package org.bmac.live;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.bmac.point.PointId;

/** Follows the points that its owner may see. May be used on any thread. */
public final class Following implements AutoCloseable {
    private final Live live;
    private final Predicate<PointId> visible;
    private final Runnable nudge;
    private final Set<PointId> changed = new LinkedHashSet<>();

    Following(Live live, Predicate<PointId> visible, Runnable nudge) {
        this.live = live;
        this.visible = visible;
        this.nudge = nudge;
    }

    /** Every visible point as it is now, also those never seen; what changed before counts as drained. */
    public synchronized List<Latest> snapshot() {
        changed.clear();
        return live.all().stream().filter(one -> visible.test(one.point())).toList();
    }

    /**
     * The latest of every visible point that has changed since the last drain or snapshot, in no particular order; empty
     * when nothing has. A point may come although nothing about it is new.
     */
    public synchronized List<Latest> drain() {
        List<Latest> drained = new ArrayList<>();
        changed.forEach(point -> drained.add(live.latest(point)));
        changed.clear();
        return drained;
    }

    /** Ends it: no nudge begins after this returns. */
    @Override
    public void close() {
        live.leave(this);
    }

    void changed(PointId point) {
        if (visible.test(point)) {
            boolean first;
            synchronized (this) {
                first = changed.isEmpty();
                changed.add(point);
            }
            if (first) {
                nudge.run();
            }
        }
    }
}
