package org.bmac.history;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.bmac.building.Buildings;
import org.bmac.building.Point;
import org.bmac.point.PointId;
import org.bmac.point.Quality;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.stereotype.Component;

/**
 * Adds readings to the past of a point, whenever they are of, with their summaries; a reading that is there already is not
 * added again. Where only summaries are left of a day nothing is added, because what was summed up could not be told from
 * what comes. Every method may be called on any thread.
 */
@Component
public class Supplement {
    private final Annals annals;
    private final Rows rows;
    private final Buildings buildings;
    private final AtomicInteger underWay = new AtomicInteger();

    /**
     * What came of some readings.
     *
     * @param known were there already
     * @param summedUp are of days of which only summaries are left
     */
    public record Added(long added, long known, long summedUp) {
        /** No readings. */
        public static final Added NOTHING = new Added(0, 0, 0);

        /** Both together. */
        public Added and(Added other) {
            return new Added(added + other.added, known + other.known, summedUp + other.summedUp);
        }
    }

    Supplement(Annals annals, Rows rows, Buildings buildings) {
        this.annals = annals;
        this.rows = rows;
        this.buildings = buildings;
    }

    /**
     * Does something that adds readings part by part. Until it ends nothing is deleted for being too old, so that what belongs to
     * one day may come in several parts.
     */
    public <T> T during(Supplier<T> work) {
        underWay.incrementAndGet();
        try {
            return work.get();
        } finally {
            underWay.decrementAndGet();
        }
    }

    boolean isUnderWay() {
        return underWay.get() > 0;
    }

    /**
     * Adds these, in one transaction for each day of UTC.
     *
     * @param readings in any order
     * @return nothing where there is no such point
     * @throws ConcurrencyFailureException while the past of the point is being recalled; earlier days may have been added
     */
    public Added add(PointId point, List<Sample> readings) {
        return eachDay(point, readings, true);
    }

    /** What {@link #add} would come to. */
    public Added would(PointId point, List<Sample> readings) {
        return eachDay(point, readings, false);
    }

    private Added eachDay(PointId id, List<Sample> readings, boolean write) {
        Point point = buildings.current().point(id).orElse(null);
        if (point == null) {
            return Added.NOTHING;
        }
        Map<Long, List<Sample>> days = readings.stream()
                .sorted(Comparator.comparing(Sample::at))
                .collect(Collectors.groupingBy(
                        reading -> Level.DAY.start(reading.at().toEpochMilli()), TreeMap::new, Collectors.toList()));
        Added all = Added.NOTHING;
        for (Map.Entry<Long, List<Sample>> day : days.entrySet()) {
            all = all.and(
                    write
                            ? annals.besides(id, () -> day(point, day.getKey(), day.getValue(), true))
                            : day(point, day.getKey(), day.getValue(), false));
        }
        return all;
    }

    private Added day(Point point, long day, List<Sample> readings, boolean write) {
        long end = day + Level.DAY.length();
        Recalled recalled = rows.recalled(point.id());
        if (recalled.isUnderWay()) {
            throw new ConcurrencyFailureException("the past of point " + point.id() + " is being recalled");
        }
        TreeMap<Long, Rows.Raw> there = new TreeMap<>();
        rows.raw(point.id(), day, end, Integer.MAX_VALUE).forEach(row -> there.put(Key.at(row.key()), row));
        boolean empty = there.isEmpty();
        if (!isWhole(point.id(), day, end, there)) {
            return new Added(0, 0, readings.size());
        }
        List<Rows.Raw> fresh = new ArrayList<>();
        readings.forEach(reading -> place(point, reading, end, there, fresh));
        if (write && !fresh.isEmpty()) {
            rows.insert(fresh);
            sum(point, recalled, fresh, there, empty);
        }
        return new Added(fresh.size(), readings.size() - fresh.size(), 0);
    }

    /** Whether every summary of the day is of readings that are there. */
    private boolean isWhole(PointId point, long day, long end, NavigableMap<Long, Rows.Raw> there) {
        long count = there.values().stream().filter(Rows.Raw::counts).count();
        return Level.SUMMARIES.stream()
                .allMatch(level -> rows.parts(level, point, day, end).stream()
                                .mapToLong(Part::count)
                                .sum()
                        == count);
    }

    /** As where it is heard: another one of the same millisecond goes to the next that is free. */
    private static void place(
            Point point, Sample reading, long end, NavigableMap<Long, Rows.Raw> there, List<Rows.Raw> fresh) {
        Quality quality = point.kind().plausible(reading.number()) ? reading.quality() : Quality.BAD;
        long at = reading.at().toEpochMilli();
        Rows.Raw row = new Rows.Raw(Key.of(point.id(), at), reading.number(), quality);
        for (Rows.Raw other = there.get(at); other != null; other = there.get(at)) {
            if (other.says(row) || at + 1 == end) {
                return;
            }
            at++;
        }
        Rows.Raw placed = row.at(at);
        there.put(at, placed);
        fresh.add(placed);
    }

    private void sum(
            Point point, Recalled recalled, List<Rows.Raw> fresh, NavigableMap<Long, Rows.Raw> all, boolean empty) {
        for (Map.Entry<Level, Map<Long, Part>> sums : sums(point, recalled, all).entrySet()) {
            Level level = sums.getKey();
            Set<Long> touched = fresh.stream()
                    .map(row -> level.start(Key.at(row.key())))
                    .collect(Collectors.toCollection(HashSet::new));
            List<Rows.Sum> changed = sums.getValue().entrySet().stream()
                    .filter(sum -> touched.contains(sum.getKey()))
                    .map(sum -> new Rows.Sum(Key.of(point.id(), sum.getKey()), sum.getValue()))
                    .toList();
            if (empty) {
                rows.insert(level, changed);
            } else {
                changed.forEach(sum -> rows.put(level, sum));
            }
        }
    }

    private static Map<Level, Map<Long, Part>> sums(Point point, Recalled recalled, NavigableMap<Long, Rows.Raw> all) {
        Map<Level, Map<Long, Part>> sums = new EnumMap<>(Level.class);
        Level.SUMMARIES.forEach(level -> sums.put(level, new TreeMap<>()));
        long heard = Holding.of(
                point,
                all.descendingMap().values().stream()
                        .filter(Rows.Raw::counts)
                        .limit(Holding.FEW)
                        .map(Rows.Raw::part)
                        .toList());
        for (Rows.Raw row : all.values()) {
            if (row.counts()) {
                Part part = row.part();
                long hold = part.first() < recalled.until() ? recalled.hold(point) : heard;
                sums.forEach((level, of) ->
                        of.merge(level.start(part.first()), part, (earlier, later) -> earlier.then(later, hold)));
            }
        }
        return sums;
    }
}
