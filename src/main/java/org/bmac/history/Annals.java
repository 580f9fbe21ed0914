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
 * is added to summaries that it knows by heart; for what comes late the summaries are made anew from what is finer. For the
 * writer's thread.
 */
@Component
class Annals {
    private final Rows rows;
    private final ReceiptRows receipts;
    private final TransactionTemplate transactions;
    private final Buildings buildings;
    private final Map<PointId, Track> tracks = new HashMap<>();
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
            tracks.remove(point);
            writing.unlock();
        }
    }

    private void take(Point point, Reading reading) {
        Rows.Raw row = row(point, reading);
        Track track = tracks.computeIfAbsent(point.id(), id -> Track.of(id, rows));
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
            long hold = Holding.of(point);
            Level.SUMMARIES.forEach(level -> track.add(level, part, hold, listOf(level)));
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
        Map<PointId, List<Long>> moments = new HashMap<>();
        for (Rows.Raw row : late) {
            PointId point = Key.point(row.key());
            freeKey(row).ifPresent(key -> {
                rows.insert(List.of(new Rows.Raw(key, row.number(), row.quality())));
                moments.computeIfAbsent(point, _ -> new ArrayList<>()).add(Key.at(key));
            });
        }
        moments.forEach((id, of) -> {
            building.point(id).ifPresent(point -> sumAgain(point, of));
            tracks.remove(id);
        });
    }

    /** The same reading again is not kept twice; another one of the same millisecond goes to the next that is free. */
    private Optional<Long> freeKey(Rows.Raw row) {
        long key = row.key();
        for (Optional<Rows.Raw> there = rows.find(key); there.isPresent(); there = rows.find(key)) {
            if (there.get().says(row)) {
                return Optional.empty();
            }
            key++;
        }
        return Optional.of(key);
    }

    private void sumAgain(Point point, List<Long> moments) {
        long hold = Holding.of(point);
        for (Level level : Level.SUMMARIES) {
            moments.stream().map(level::start).distinct().forEach(start -> sumAgain(level, point.id(), start, hold));
        }
    }

    private void sumAgain(Level level, PointId point, long start, long hold) {
        rows.parts(level.finer(), point, start, start + level.length()).stream()
                .reduce((earlier, later) -> earlier.then(later, hold))
                .ifPresent(part -> rows.put(level, new Rows.Sum(Key.of(point, start), part)));
    }
}
