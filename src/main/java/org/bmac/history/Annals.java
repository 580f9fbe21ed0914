package org.bmac.history;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.bmac.building.Building;
import org.bmac.building.Buildings;
import org.bmac.building.Point;
import org.bmac.point.PointId;
import org.bmac.point.Quality;
import org.bmac.point.Reading;
import org.bmac.point.Receipt;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Writes readings together with the summaries that they change, all or nothing. What comes at the end of a point's history
 * is added to summaries that it knows by heart; for what comes late the summaries are made anew from what is finer, as far
 * as that is still there. For the writer's thread.
 */
@Component
class Annals {
    private final Rows rows;
    private final ReceiptRows receipts;
    private final TransactionTemplate transactions;
    private final Buildings buildings;
    private final Map<PointId, Track> tracks = new HashMap<>();
    private final Map<PointId, Track.End> ends = new HashMap<>();
    private final List<Rows.Raw> appended = new ArrayList<>();
    private final Map<Level, List<Track.Growing>> changed = new EnumMap<>(Level.class);
    private final List<Rows.Raw> late = new ArrayList<>();
    /** Fair, so that whoever changes much one after the other lets the writer in between. */
    private final ReentrantLock writing = new ReentrantLock(true);

    Annals(Rows rows, ReceiptRows receipts, TransactionTemplate transactions, Buildings buildings) {
        this.rows = rows;
        this.receipts = receipts;
        this.transactions = transactions;
        this.buildings = buildings;
        Level.SUMMARIES.forEach(level -> changed.put(level, new ArrayList<>()));
    }

    /** The messages whose readings were written before. */
    Receipts received() {
        return receipts.read();
    }

    /** Writes them in one transaction, which is on the disk when this returns. */
    void write(List<Reading> readings) {
        write(readings, List.of());
    }

    /** The same, together with the receipts of what said them. */
    void write(List<Reading> readings, List<Receipt> said) {
        writing.lock();
        try {
            transactions.executeWithoutResult(_ -> {
                Building building = buildings.current();
                readings.forEach(reading -> building.point(reading.point()).ifPresent(point -> take(point, reading)));
                flush();
                insertLate(building);
                receipts.write(said);
            });
            receipts.committed();
        } catch (RuntimeException | Error e) {
            tracks.clear();
            receipts.failed();
            throw e;
        } finally {
            appended.clear();
            changed.values().forEach(List::clear);
            late.clear();
            writing.unlock();
        }
    }

    /** Does something to a point's rows in a transaction, while nothing else is written; waits until it may. */
    <T> T besides(PointId point, Supplier<T> change) {
        writing.lock();
        try {
            return Objects.requireNonNull(transactions.execute(_ -> change.get()));
        } finally {
            forget(point);
            writing.unlock();
        }
    }

    /** Its summaries are to be read anew; where it ended counts as long as nothing else is there. */
    private void forget(PointId point) {
        Track track = tracks.remove(point);
        if (track != null) {
            track.end().ifPresent(end -> ends.put(point, end));
        }
    }

    private void take(Point point, Reading reading) {
        Rows.Raw row = row(point, reading);
        Track track = tracks.computeIfAbsent(point.id(), id -> Track.of(point, rows, ends.get(id)));
        if (track.isLate(row)) {
            late.add(row);
        } else if (!track.repeats(row)) {
            append(point, track, track.append(row));
        }
    }

    private void append(Point point, Track track, Rows.Raw row) {
        appended.add(row);
        if (row.counts()) {
            Part part = row.part();
            long hold = track.hold(point);
            Level.SUMMARIES.forEach(level -> track.add(level, part, hold, listOf(level)));
            track.beats(point, part);
        }
    }

    private List<Track.Growing> listOf(Level level) {
        return changed.computeIfAbsent(level, _ -> new ArrayList<>());
    }

    /** What cannot be true for the kind is bad, as on the map. */
    private static Rows.Raw row(Point point, Reading reading) {
        double number = reading.value().asNumber();
        Quality quality = point.kind().plausible(number) ? reading.quality() : Quality.BAD;
        return new Rows.Raw(Key.of(point.id(), reading.at().toEpochMilli()), number, quality);
    }

    /** In the order of their keys, so that what lies together is written together. */
    private void flush() {
        appended.sort(Comparator.comparingLong(Rows.Raw::key));
        rows.insert(appended);
        for (Level level : Level.SUMMARIES) {
            List<Rows.Sum> fresh = new ArrayList<>();
            List<Rows.Sum> grown = new ArrayList<>();
            for (Track.Growing growing : listOf(level)) {
                (growing.isStored() ? grown : fresh).add(growing.row());
                growing.written();
            }
            fresh.sort(Comparator.comparingLong(Rows.Sum::key));
            grown.sort(Comparator.comparingLong(Rows.Sum::key));
            rows.insert(level, fresh);
            rows.update(level, grown);
        }
    }

    private void insertLate(Building building) {
        Map<PointId, List<Rows.Raw>> placed = new HashMap<>();
        for (Rows.Raw row : late) {
            freePlace(row).ifPresent(free -> {
                rows.insert(List.of(free));
                placed.computeIfAbsent(Key.point(row.key()), _ -> new ArrayList<>())
                        .add(free);
                goesOn(row, free);
            });
        }
        placed.forEach((id, of) -> {
            building.point(id).ifPresent(point -> sumAgain(point, of));
            forget(id);
        });
    }

    /** Where everything from its moment to the end is taken, as by a node whose clock stands, the next one is not late. */
    private void goesOn(Rows.Raw said, Rows.Raw placed) {
        Track track = tracks.get(Key.point(said.key()));
        if (track != null) {
            track.extend(said, placed);
        }
    }

    /** The same reading again is not kept twice; another one of the same millisecond goes to the next that is free. */
    private Optional<Rows.Raw> freePlace(Rows.Raw row) {
        PointId point = Key.point(row.key());
        long at = Key.at(row.key());
        while (true) {
            List<Rows.Raw> taken = rows.raw(point, at, at + Chunks.MOST, Chunks.MOST);
            for (Rows.Raw there : taken) {
                if (Key.at(there.key()) > at) {
                    return Optional.of(row.at(at));
                }
                if (there.says(row)) {
                    return Optional.empty();
                }
                at++;
            }
            if (taken.size() < Chunks.MOST) {
                return Optional.of(row.at(at));
            }
        }
    }

    private void sumAgain(Point point, List<Rows.Raw> placed) {
        Track track = tracks.get(point.id());
        long hold = track == null ? Holding.of(point) : track.hold(point);
        for (Level level : Level.SUMMARIES) {
            placed.stream()
                    .collect(Collectors.groupingBy(row -> level.start(Key.at(row.key()))))
                    .forEach((start, own) -> sumAgain(level, Key.of(point.id(), start), own, hold));
        }
    }

    /** From what is finer; where that is not there any more, it is added as well as can be. */
    private void sumAgain(Level level, long key, List<Rows.Raw> placed, long hold) {
        List<Part> added =
                placed.stream().filter(Rows.Raw::counts).map(Rows.Raw::part).toList();
        Part before = rows.part(level, key);
        Part made = rows.parts(level.finer(), Key.point(key), Key.at(key), Key.at(key) + level.length()).stream()
                .reduce((earlier, later) -> earlier.then(later, hold))
                .orElse(null);
        int least = (before == null ? 0 : before.count()) + added.size();
        if (made != null && made.count() >= least) {
            rows.put(level, new Rows.Sum(key, made));
        } else {
            Part sum = before;
            for (Part part : added) {
                sum = sum == null ? part : sum.with(part, hold);
            }
            if (sum != null && !added.isEmpty()) {
                rows.put(level, new Rows.Sum(key, sum));
            }
        }
    }
}
