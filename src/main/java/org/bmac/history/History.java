package org.bmac.history;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bmac.access.Actor;
import org.bmac.access.Right;
import org.bmac.access.Rights;
import org.bmac.building.Buildings;
import org.bmac.building.Point;
import org.bmac.point.Kind;
import org.bmac.point.PointId;
import org.bmac.point.Reading;
import org.bmac.point.ReadingListener;
import org.bmac.point.Receipt;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/** Keeps every reading, and tells what was. It hears on the intake thread; all else may be called on any thread. */
@Component
public class History implements ReadingListener {
    /** No moment from here on can be kept. */
    public static final Instant END = Instant.ofEpochMilli(Key.END);

    /** The most buckets of a window. */
    public static final int MOST_BUCKETS = 5_000;

    /** The most points that are told together. */
    public static final int MOST_POINTS = 500;

    /** The most buckets times points of a window: the more points are told together, the fewer buckets it has. */
    public static final int MOST_TOGETHER = 200_000;

    /** The most readings of a page. */
    public static final int MOST_READINGS = 10_000;

    private static final Logger LOG = LoggerFactory.getLogger(History.class);
    private static final int CAPACITY = 50_000;

    private final Inlet inlet;
    private final Scribe scribe;
    private final Receipts receipts;
    private final Windows windows;
    private final Rows rows;
    private final Buildings buildings;
    private final Rights rights;
    private final HistorySettings settings;
    private final Clock clock;
    private final List<Reading> said = new ArrayList<>();
    private @Nullable Receipt message;
    private boolean kept;
    private long tooOld;

    @Autowired
    History(
            Annals annals,
            Windows windows,
            Rows rows,
            Buildings buildings,
            Rights rights,
            HistorySettings settings,
            Clock clock) {
        this(annals, windows, rows, buildings, rights, settings, clock, CAPACITY);
    }

    History(
            Annals annals,
            Windows windows,
            Rows rows,
            Buildings buildings,
            Rights rights,
            HistorySettings settings,
            Clock clock,
            int capacity) {
        this.inlet = new Inlet(capacity);
        this.scribe = new Scribe(inlet, annals::write, clock);
        this.receipts = annals.received();
        this.windows = windows;
        this.rows = rows;
        this.buildings = buildings;
        this.rights = rights;
        this.settings = settings;
        this.clock = clock;
    }

    @PostConstruct
    void open() {
        Thread.ofPlatform().name("history").start(scribe);
    }

    /** What waits is written first. */
    @PreDestroy
    void close() {
        scribe.close();
    }

    /** What claims to be of later counts as of now; what is older than what is kept is not kept. */
    @Override
    public void on(Reading reading) {
        if (kept) {
            return;
        }
        Instant now = clock.instant();
        Instant at = reading.at().isAfter(now) ? now : reading.at();
        if (isTooOld(reading.point(), at.toEpochMilli(), now.toEpochMilli())) {
            refuse(reading);
        } else {
            take(
                    at.equals(reading.at())
                            ? reading
                            : new Reading(reading.point(), reading.value(), reading.quality(), at));
        }
    }

    /** What a message said that may come again stays together with its receipt. */
    private void take(Reading reading) {
        if (message == null) {
            inlet.add(reading);
        } else {
            said.add(reading);
        }
    }

    /** The readings of a message that is in here, and that the broker sends again, are passed over. */
    @Override
    public void begins(@Nullable Receipt receipt) {
        message = receipt;
        kept = receipt != null && receipts.hold(receipt);
        said.clear();
    }

    @Override
    public void whenSafe(@Nullable Receipt receipt, Runnable then) {
        if (receipt != null && !said.isEmpty()) {
            receipts.add(receipt);
        }
        inlet.add(said, receipt, then);
        said.clear();
        message = null;
        kept = false;
    }

    @Override
    public void awaitRoom() {
        inlet.awaitRoom();
    }

    /** Runs this once all that was heard by now is written, on any thread; never when the program ends first. */
    public void whenWritten(Runnable then) {
        inlet.add(List.of(), null, then);
    }

    /** Whether what comes is kept now, and else why not. */
    public Keeping keeping() {
        return scribe.keeping();
    }

    /**
     * What a point was worth from one moment to another.
     *
     * @param to later than {@code from}; may lie in the future, of which nothing is known
     * @param buckets into how many stretches the time is cut at most, 1 to {@link #MOST_BUCKETS}; they are a little wider than
     *     asked for, so that they begin where summaries do; the first and the last may be shorter than the others
     * @return in order, without holes, gaps among them; nothing when there is no such point that the actor may see
     * @throws IllegalArgumentException with a sentence when the times or the number are not as said
     */
    public List<Bucket> window(Actor by, PointId point, Instant from, Instant to, int buckets) {
        return together(by, List.of(point), from, to, buckets);
    }

    /**
     * What several points of one kind were worth from one moment to another, as if they were one: the mean of them all, and
     * the least and the most of any.
     *
     * @param points of those that the actor may not see nothing is told; at most {@link #MOST_POINTS}
     * @return as from {@link #window}, and no more than {@link #MOST_TOGETHER} lets through
     * @throws IllegalArgumentException with a sentence when the times or the numbers are not as said
     */
    public List<Bucket> together(Actor by, List<PointId> points, Instant from, Instant to, int buckets) {
        check(from, to);
        if (buckets < 1 || buckets > MOST_BUCKETS) {
            throw new IllegalArgumentException("buckets is " + buckets + "; allowed is 1 to " + MOST_BUCKETS + ".");
        }
        if (points.size() > MOST_POINTS) {
            throw new IllegalArgumentException(
                    points.size() + " points are too many; allowed are " + MOST_POINTS + ".");
        }
        List<Point> seen = points.stream()
                .distinct()
                .flatMap(point -> seen(by, point).stream())
                .toList();
        if (seen.stream().map(Point::kind).distinct().count() > 1) {
            throw new IllegalArgumentException("Only points of one kind can be told together.");
        }
        return seen.isEmpty()
                ? List.of()
                : windows.read(
                        seen, from.toEpochMilli(), to.toEpochMilli(), Math.min(buckets, MOST_TOGETHER / seen.size()));
    }

    /**
     * The single readings from one moment to another, the bad ones too, oldest first.
     *
     * @param most 1 to {@link #MOST_READINGS}; the next page begins a millisecond after the last of this one
     * @return nothing when there is no such point that the actor may see
     * @throws IllegalArgumentException with a sentence when the times or the number are not as said
     */
    public List<Sample> readings(Actor by, PointId point, Instant from, Instant to, int most) {
        check(from, to);
        if (most < 1 || most > MOST_READINGS) {
            throw new IllegalArgumentException("limit is " + most + "; allowed is 1 to " + MOST_READINGS + ".");
        }
        return seen(by, point)
                .map(seen -> rows.raw(seen.id(), from.toEpochMilli(), to.toEpochMilli(), most).stream()
                        .map(row -> new Sample(Instant.ofEpochMilli(Key.at(row.key())), row.number(), row.quality()))
                        .toList())
                .orElse(List.of());
    }

    /** Since when there is anything of a point; nothing when there is not, or no such point that the actor may see. */
    public Optional<Kept> kept(Actor by, PointId point) {
        return seen(by, point).flatMap(seen -> {
            long readings = rows.oldest(Level.RAW, seen.id()).orElse(Key.END);
            long summaries = Math.min(rows.oldest(Level.DAY, seen.id()).orElse(Key.END), readings);
            return summaries == Key.END
                    ? Optional.empty()
                    : Optional.of(new Kept(Instant.ofEpochMilli(summaries), Instant.ofEpochMilli(readings)));
        });
    }

    /** Whether a point of this kind stays as it is between two readings: outputs and motion. */
    public static boolean isSteady(Kind kind) {
        return Holding.steps(kind);
    }

    private Optional<Point> seen(Actor by, PointId point) {
        return buildings.current().point(point).filter(_ -> rights.may(by, Right.SEE, point));
    }

    private static void check(Instant from, Instant to) {
        Instant end = Instant.ofEpochMilli(Key.END);
        if (from.isBefore(Instant.EPOCH) || from.isAfter(end) || to.isBefore(Instant.EPOCH) || to.isAfter(end)) {
            throw new IllegalArgumentException("The time is from " + Instant.EPOCH + " to " + end + " at most.");
        }
        if (from.toEpochMilli() >= to.toEpochMilli()) {
            throw new IllegalArgumentException("from is " + from + ", which is not before to, " + to + ".");
        }
    }

    private boolean isTooOld(PointId point, long at, long now) {
        return buildings
                .current()
                .point(point)
                .map(known -> at < settings.gone(Level.RAW, known.kind(), now))
                .orElse(false);
    }

    private synchronized void refuse(Reading reading) {
        tooOld++;
        if (Long.bitCount(tooOld) == 1) {
            LOG.warn("{} is older than what is kept, and so is not kept ({} so far)", reading, tooOld);
        }
    }
}
