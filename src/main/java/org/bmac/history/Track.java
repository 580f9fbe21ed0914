package org.bmac.history;

import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;
import org.bmac.point.PointId;
import org.jspecify.annotations.Nullable;

/** Where a point's history ends: its latest reading, and the summaries that still grow. For the writer's thread. */
final class Track {
    private final PointId point;
    private final Map<Level, Growing> growing = new EnumMap<>(Level.class);
    private Rows.@Nullable Raw last;
    private long stamp;

    /** A summary that still grows. */
    static final class Growing {
        private final long key;
        private Part part;
        private boolean stored;
        private boolean changed;

        private Growing(long key, Part part, boolean stored) {
            this.key = key;
            this.part = part;
            this.stored = stored;
        }

        Rows.Sum row() {
            return new Rows.Sum(key, part);
        }

        boolean isStored() {
            return stored;
        }

        /** It is in the transaction. */
        void written() {
            stored = true;
            changed = false;
        }
    }

    private Track(PointId point, Rows.@Nullable Raw last) {
        this.point = point;
        this.last = last;
        this.stamp = last == null ? -1 : Key.at(last.key());
    }

    /** As the database has it. */
    static Track of(PointId point, Rows rows) {
        Rows.Raw last = rows.latest(point).orElse(null);
        Track track = new Track(point, last);
        if (last != null) {
            for (Level level : Level.SUMMARIES) {
                long key = Key.of(point, level.start(Key.at(last.key())));
                Part part = rows.part(level, key);
                if (part != null) {
                    track.growing.put(level, new Growing(key, part, rows.isLoose(level, key)));
                }
            }
        }
        return track;
    }

    /** Whether it comes before the latest. */
    boolean isLate(Rows.Raw reading) {
        return Key.at(reading.key()) < stamp;
    }

    /** Whether it is the latest once more. */
    boolean repeats(Rows.Raw reading) {
        return last != null && Key.at(reading.key()) == stamp && last.says(reading);
    }

    /** Makes it the latest; a burst that carries one stamp is laid out over the milliseconds that follow, in its order. */
    Rows.Raw append(Rows.Raw reading) {
        stamp = Key.at(reading.key());
        Rows.Raw placed = last == null ? reading : reading.at(Math.max(stamp, Key.at(last.key()) + 1));
        last = placed;
        return placed;
    }

    /** Adds a reading at the end; the summary that it changes goes to what is to be written, once. */
    void add(Level level, Part reading, long hold, Collection<Growing> changed) {
        long key = Key.of(point, level.start(reading.first()));
        @Nullable Growing now = growing.get(level);
        if (now == null || now.key != key) {
            now = new Growing(key, reading, false);
            growing.put(level, now);
        } else {
            now.part = now.part.then(reading, hold);
        }
        if (!now.changed) {
            now.changed = true;
            changed.add(now);
        }
    }
}
