package org.bmac.history;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.bmac.building.Buildings;
import org.bmac.building.Point;
import org.bmac.point.PointId;
import org.bmac.point.Quality;
import org.bmac.point.Reading;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Gives a point a past that nobody has heard, before its first reading: summaries of an hour and a day for all of it, of 15
 * minutes for the last 40 days, of a minute and the readings themselves for the last 8. Once for each point. Every method
 * may be called on any thread, one point by one at a time.
 */
@Component
public class Recall {
    private static final Duration FINE = Duration.ofDays(8);
    private static final Duration MIDDLING = Duration.ofDays(40);
    private static final int ENOUGH = 3_000;

    private final Annals annals;
    private final Rows rows;
    private final TransactionTemplate transactions;
    private final Buildings buildings;
    private final HistorySettings settings;
    private final Clock clock;

    Recall(
            Annals annals,
            Rows rows,
            TransactionTemplate transactions,
            Buildings buildings,
            HistorySettings settings,
            Clock clock) {
        this.annals = annals;
        this.rows = rows;
        this.transactions = transactions;
        this.buildings = buildings;
        this.settings = settings;
        this.clock = clock;
    }

    /** Whether the point has its past, all of it. */
    public boolean isRecalled(PointId point) {
        return rows.recalled(point).done();
    }

    /**
     * Writes a point's past, in transactions of some days each; what an earlier attempt left unfinished is made anew. Does
     * nothing where there is no such point, or it has its past.
     *
     * @param readings of this point, oldest first; those that are not before its first that was heard are left out
     * @param end neither are those from here on
     * @param apart two of them are no further apart than this, unless the point speaks on change only
     * @param goesOn asked between two transactions, and may wait; false leaves the rest for another time
     * @return whether the point has its past now
     */
    public boolean recall(PointId point, List<Reading> readings, Instant end, Duration apart, BooleanSupplier goesOn) {
        return buildings
                .current()
                .point(point)
                .map(known -> recall(known, readings, annals.besides(point, () -> begun(known, end, apart)), goesOn))
                .orElse(false);
    }

    private Recalled begun(Point point, Instant end, Duration apart) {
        Recalled before = rows.recalled(point.id());
        if (before.until() > 0) {
            return before;
        }
        long heard = rows.oldest(Level.DAY, point.id()).isEmpty() ? Key.END : firstHeard(point.id());
        Recalled begun = new Recalled(Math.min(end.toEpochMilli(), heard), apart.toMillis(), false);
        rows.recalled(point.id(), begun);
        return begun;
    }

    /** Single readings of long ago may be gone, their summaries are not. */
    private long firstHeard(PointId point) {
        return rows.parts(Level.DAY, point, 0, Key.END - 1).getFirst().first();
    }

    private boolean recall(Point point, List<Reading> readings, Recalled recalled, BooleanSupplier goesOn) {
        if (recalled.done()) {
            return true;
        }
        List<Rows.Raw> all = readings.stream()
                .filter(reading -> reading.at().toEpochMilli() < recalled.until())
                .map(reading -> row(point, reading))
                .toList();
        long lastDay = Level.DAY.start(recalled.until() - 1);
        transactions.executeWithoutResult(_ -> forget(point.id(), lastDay));
        int from = 0;
        for (int to = chunk(all, from, lastDay); to > from; to = chunk(all, from, lastDay)) {
            if (!goesOn.getAsBoolean()) {
                return false;
            }
            List<Rows.Raw> some = all.subList(from, to);
            transactions.executeWithoutResult(_ -> write(point, some, recalled));
            from = to;
        }
        List<Rows.Raw> rest = all.subList(from, all.size());
        return annals.besides(point.id(), () -> {
            join(point, rest, recalled);
            rows.recalled(point.id(), new Recalled(recalled.until(), recalled.apart(), true));
            return true;
        });
    }

    private void forget(PointId point, long until) {
        for (Level level : Level.values()) {
            rows.delete(level, point, 0, until);
        }
    }

    /** Whole days, and none that was heard in part. */
    private static int chunk(List<Rows.Raw> all, int from, long lastDay) {
        int to = from;
        while (to < all.size() && Key.at(all.get(to).key()) < lastDay) {
            boolean newDay = to > from && day(all.get(to)) != day(all.get(to - 1));
            if (newDay && to - from >= ENOUGH) {
                return to;
            }
            to++;
        }
        return to;
    }

    private static long day(Rows.Raw row) {
        return Level.DAY.start(Key.at(row.key()));
    }

    private void write(Point point, List<Rows.Raw> some, Recalled recalled) {
        rows.insert(kept(Level.RAW, point, some, recalled));
        for (Level level : Level.SUMMARIES) {
            rows.insert(level, sums(level, point, some, recalled));
        }
    }

    /** The same where the last summaries may have been begun by what was heard, which is later. */
    private void join(Point point, List<Rows.Raw> some, Recalled recalled) {
        rows.insert(kept(Level.RAW, point, some, recalled));
        for (Level level : Level.SUMMARIES) {
            List<Rows.Sum> sums = sums(level, point, some, recalled);
            if (!sums.isEmpty()) {
                rows.insert(level, sums.subList(0, sums.size() - 1));
                Rows.Sum last = sums.getLast();
                Part heard = rows.part(level, last.key());
                Part part = heard == null ? last.part() : last.part().then(heard, recalled.hold(point));
                rows.put(level, new Rows.Sum(last.key(), part));
            }
        }
    }

    private List<Rows.Sum> sums(Level level, Point point, List<Rows.Raw> some, Recalled recalled) {
        long hold = recalled.hold(point);
        Map<Long, Part> sums = new LinkedHashMap<>();
        for (Rows.Raw row : kept(level, point, some, recalled)) {
            if (row.counts()) {
                long key = Key.of(point.id(), level.start(Key.at(row.key())));
                sums.put(key, Part.joined(sums.get(key), row.part(), hold));
            }
        }
        List<Rows.Sum> rowsOf = new ArrayList<>(sums.size());
        sums.forEach((key, part) -> rowsOf.add(new Rows.Sum(key, part)));
        return rowsOf;
    }

    /** Those that are recent enough for this level. */
    private List<Rows.Raw> kept(Level level, Point point, List<Rows.Raw> some, Recalled recalled) {
        long since = Math.max(settings.gone(level, point.kind(), clock.millis()), since(level, recalled.until()));
        return some.stream().filter(row -> Key.at(row.key()) >= since).toList();
    }

    private static long since(Level level, long until) {
        return switch (level) {
            case RAW, MINUTE -> Level.DAY.start(until - FINE.toMillis());
            case QUARTER -> Level.DAY.start(until - MIDDLING.toMillis());
            case HOUR, DAY -> 0;
        };
    }

    private static Rows.Raw row(Point point, Reading reading) {
        double number = reading.value().asNumber();
        Quality quality = point.kind().plausible(number) ? reading.quality() : Quality.BAD;
        return new Rows.Raw(Key.of(point.id(), reading.at().toEpochMilli()), number, quality);
    }
}
