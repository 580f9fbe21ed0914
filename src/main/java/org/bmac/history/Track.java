package org.bmac.history;

import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.bmac.building.Point;
import org.bmac.point.PointId;
import org.jspecify.annotations.Nullable;

/** Where a point's history ends: its latest reading, and the summaries that still grow. For the writer's thread. */
final class Track {
    private final PointId point;
    private final Map<Level, Growing> growing = new EnumMap<>(Level.class);
    private Rows.@Nullable Raw last;
    private final Pulse pulse;
    private long stamp;

    /**
     * Where a point ended, beyond what the database says of it.
     *
     * @param key of the latest that is kept
     * @param stamp what it said of its moment, which may be earlier
     * @param pulse how often it spoke
     */
    record End(long key, long stamp, Pulse pulse) {}

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

    private Track(PointId point, Rows.@Nullable Raw last, long stamp, Pulse pulse) {
        this.point = point;
        this.last = last;
        this.stamp = stamp;
        this.pulse = pulse;
    }

    /**
     * As the database has it.
     *
     * @param known counts when it still ends there
     */
    static Track of(Point of, Rows rows, @Nullable End known) {
        PointId point = of.id();
        Rows.Raw last = rows.latest(point).orElse(null);
        Track track = last != null && known != null && known.key == last.key()
                ? new Track(point, last, known.stamp, known.pulse)
                : new Track(point, last, last == null ? -1 : Key.at(last.key()), Pulse.of(of, rows));
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

    /** For how long its numbers hold now, in milliseconds. */
    long hold(Point of) {
        return pulse.hold(of);
    }

    /** It has said this, which counts. */
    void beats(Point of, Part reading) {
        pulse.beats(of, reading.last());
    }

    /** Where it ends; nowhere when nothing is kept. */
    Optional<End> end() {
        return Optional.ofNullable(last).map(latest -> new End(latest.key(), stamp, pulse));
    }

    /** One that came late, and for which there was no place but the one behind the latest, is the latest. */
    void extend(Rows.Raw said, Rows.Raw placed) {
        if (last != null && placed.key() == last.key() + 1) {
            last = placed;
            stamp = Key.at(said.key());
        }
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
