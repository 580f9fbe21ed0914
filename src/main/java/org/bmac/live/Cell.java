package org.bmac.live;

import java.time.Instant;
import java.util.List;
import org.bmac.building.Point;
import org.bmac.point.Kind;
import org.bmac.point.PointId;
import org.bmac.point.Quality;
import org.bmac.point.Reading;
import org.bmac.point.Value;
import org.jspecify.annotations.Nullable;

/**
 * One point. Asking what it is worth takes no lock; what changes it takes its own, which the intake thread has to itself
 * nearly always. Times in milliseconds since 1970.
 */
final class Cell {
    /** How far a node's clock may be ahead without being worth a word. */
    private static final long AHEAD = 2_000;

    private final PointId point;
    private final Interval interval = new Interval();
    private final Trace trace = new Trace();
    private @Nullable Kind kind;
    private volatile Patience patience = Patience.ENDLESS;
    private volatile Known known = Known.NOTHING;
    private volatile Latest announced;

    Cell(PointId point) {
        this.point = point;
        this.announced = new Latest(point, null, Quality.NEVER_SEEN, null, Known.NOTHING.reason());
    }

    PointId point() {
        return point;
    }

    Known known() {
        return known;
    }

    synchronized void configure(Point as) {
        kind = as.kind();
        interval.configure(as);
        patience = Patience.of(interval.millis());
    }

    /** Takes what an earlier run knew; nothing for a point whose kind is not known any more. */
    synchronized void recall(Kept kept) {
        if (kind != null) {
            Long learned = kept.learned();
            interval.recall(learned == null ? 0 : learned);
            patience = Patience.of(interval.millis());
            known = kept.known(kind);
        }
    }

    synchronized @Nullable Long learned() {
        return interval.learned();
    }

    synchronized List<Recent> recent(long now) {
        return trace.samples(now);
    }

    /** A reading has come. */
    synchronized void accept(Reading reading, long now, Hearing hearing) {
        Known before = known;
        learn(before, now, hearing);
        if (before.isNewerThan(reading.at(), now)) {
            known = before.heard(now);
        } else {
            known = take(reading, now);
        }
        announced = latest(now, hearing);
    }

    /** The node is known to be gone. */
    synchronized void lose(String reason, long now, Hearing hearing) {
        known = known.lost(reason);
        announced = latest(now, hearing);
    }

    /** The node is back. */
    synchronized void find(long now, Hearing hearing) {
        known = known.heard(now);
        announced = latest(now, hearing);
    }

    /**
     * Time has passed, or the link has changed. Who was silent for too long is gone until it is heard again.
     *
     * @return whether it is worth something else by now
     */
    synchronized boolean review(long now, Hearing hearing) {
        Known before = known;
        if (before.lost() == null && silentForTooLong(before, now, hearing)) {
            known = before.silent(patience.offlineReason());
        }
        Latest earlier = announced;
        announced = latest(now, hearing);
        return !announced.equals(earlier);
    }

    /** What it is worth now. */
    Latest latest(long now, Hearing hearing) {
        Known all = known;
        String lost = all.lost();
        if (lost != null) {
            return worth(all, Quality.OFFLINE, lost);
        }
        Instant at = all.at();
        if (at == null) {
            return worth(all, Quality.NEVER_SEEN, all.reason());
        }
        if (silentForTooLong(all, now, hearing)) {
            return worth(all, Quality.OFFLINE, patience.offlineReason());
        }
        if (all.given() == Quality.BAD) {
            return worth(all, Quality.BAD, all.reason());
        }
        if (!hearing.up()) {
            return worth(all, Quality.STALE, "broker lost");
        }
        if (now - at.toEpochMilli() > patience.stale()) {
            return worth(all, Quality.STALE, patience.staleReason());
        }
        return worth(all, all.given(), all.reason());
    }

    /** The one that was announced where it says just this, so that what is made of it can be shared. */
    private Latest worth(Known from, Quality quality, String reason) {
        Latest before = announced;
        Latest now = new Latest(point, from.value(), quality, from.at(), reason);
        return now.equals(before) ? before : now;
    }

    private boolean silentForTooLong(Known which, long now, Hearing hearing) {
        return which.at() != null && hearing.silence(which.heard(), now) > patience.offline();
    }

    private void learn(Known before, long now, Hearing hearing) {
        boolean listened = hearing.up() && before.heard() >= hearing.from();
        boolean there = before.lost() == null || before.silent();
        if (listened && there && interval.learn(now - before.heard())) {
            patience = Patience.of(interval.millis());
        }
    }

    private Known take(Reading reading, long now) {
        long ahead = reading.at().toEpochMilli() - now;
        Instant at = ahead > 0 ? Instant.ofEpochMilli(now) : reading.at();
        Value value = reading.value();
        double number = value.asNumber();
        if (kind != null && reading.quality() != Quality.BAD && !kind.plausible(number)) {
            return bad(Value.of(kind, number), at, now);
        }
        if (reading.quality() == Quality.BAD) {
            return bad(value, at, now);
        }
        trace.add(at.toEpochMilli(), number);
        if (ahead > AHEAD) {
            return Known.of(value, Quality.UNCERTAIN, "the node's clock is ahead", at, now);
        }
        String reason = reading.quality() == Quality.GOOD ? "" : "warming up, or due for calibration";
        return Known.of(value, reading.quality(), reason, at, now);
    }

    private static Known bad(Value value, Instant at, long now) {
        String reason = value instanceof Value.Unreadable(String why) ? why : "reported as bad";
        return Known.of(value, Quality.BAD, reason, at, now);
    }
}
