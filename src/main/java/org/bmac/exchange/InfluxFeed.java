package org.bmac.exchange;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.bmac.access.Actor;
import org.bmac.building.Building;
import org.bmac.building.Buildings;
import org.bmac.building.Point;
import org.bmac.history.History;
import org.bmac.history.Sample;
import org.bmac.point.PointId;
import org.bmac.point.Reading;
import org.bmac.point.ReadingListener;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/**
 * Brings every reading that the history keeps to an InfluxDB, if one is named. It reads them from the history, behind a mark
 * for each point that the database keeps, so that neither a restart nor a long outage loses one and nothing but one batch is
 * held in memory. What came late, or from a file, is owed besides. A reading may be brought twice, which the InfluxDB does not
 * notice. Only what came out of order within some seconds before the process was killed, by more than an hour, may stay away.
 */
@Component
public class InfluxFeed implements ReadingListener {
    private static final Logger LOG = LoggerFactory.getLogger(InfluxFeed.class);
    private static final Actor READER = new Actor.Automation("InfluxDB");
    private static final int BATCH = 5_000;
    private static final int SHARE = 1_000;
    private static final int DEBTS = 10;
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    /** By then the history was told what this was told. */
    private static final long TOLD = TimeUnit.MILLISECONDS.toNanos(300);

    private static final long ONCE_MORE = Duration.ofHours(1).toMillis();

    private final InfluxSettings settings;
    private final InfluxRows rows;
    private final History history;
    private final Buildings buildings;
    private final String target;
    private final LateOnes news;
    private final Duration patience;
    private final InfluxPauses pauses;
    private final Semaphore work = new Semaphore(0);
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Map<PointId, Long> marks = new ConcurrentHashMap<>();
    private final SequencedSet<PointId> behind = new LinkedHashSet<>();
    private final ArrayDeque<LateOnes.News> settling = new ArrayDeque<>();
    private final ConcurrentLinkedQueue<LateOnes.News> written = new ConcurrentLinkedQueue<>();
    private volatile Feed state;
    private long refused;

    @Autowired
    InfluxFeed(InfluxSettings settings, InfluxRows rows, History history, Buildings buildings, Clock clock) {
        this(settings, rows, history, buildings, clock, PATIENCE, Duration.ofSeconds(1));
    }

    InfluxFeed(
            InfluxSettings settings,
            InfluxRows rows,
            History history,
            Buildings buildings,
            Clock clock,
            Duration patience,
            Duration pause) {
        this.settings = settings;
        this.rows = rows;
        this.history = history;
        this.buildings = buildings;
        this.patience = patience;
        this.pauses = new InfluxPauses(pause, clock);
        this.target = settings.isOn() ? settings.target().toString() : "";
        this.news = new LateOnes(clock.millis());
        this.state = new Feed(true, "begins");
    }

    @PostConstruct
    void open() {
        if (settings.isOn()) {
            LOG.info("Readings go to the InfluxDB at {}", settings.server());
            Thread.ofPlatform().name("influx").daemon().start(this::run);
        }
    }

    @PreDestroy
    void close() {
        closed.countDown();
        work.release();
    }

    /** How it goes; empty when there is nothing to feed. */
    public Optional<Feed> state() {
        return settings.isOn() ? Optional.of(state) : Optional.empty();
    }

    @Override
    public void on(Reading reading) {
        if (settings.isOn() && news.note(reading)) {
            work.release();
        }
    }

    /** What was added to the past of a point has to be brought, too; in milliseconds since 1970, without the end. */
    void owe(PointId point, long from, long to) {
        if (settings.isOn()) {
            rows.owe(target, point, from, to);
            work.release();
        }
    }

    private void run() {
        try (InfluxDoor door = new InfluxDoor(settings, patience)) {
            boolean begun = false;
            while (closed.getCount() > 0) {
                try {
                    begun = begun || begin();
                    step(door);
                } catch (DataAccessException e) {
                    trouble("the history cannot be read: " + e.getClass().getSimpleName(), Duration.ZERO);
                }
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean begin() {
        marks.putAll(rows.marks(target));
        marks.forEach((point, at) -> rows.owe(target, point, Math.max(0, at - ONCE_MORE), at + 1));
        buildings.current().points().forEach(point -> behind.add(point.id()));
        return true;
    }

    private void step(InfluxDoor door) throws InterruptedException {
        settle();
        InfluxBatch batch = next();
        if (batch.isEmpty()) {
            if (pauses.inTrouble() == 0) {
                state = new Feed(true, "up to date" + refusals());
            }
            if (work.tryAcquire(settling.isEmpty() ? 1_000 : 100, TimeUnit.MILLISECONDS)) {
                closed.await(100, TimeUnit.MILLISECONDS); // what comes now goes together
            }
            work.drainPermits();
            return;
        }
        switch (new InfluxDelivery(door).deliver(batch.lines())) {
            case InfluxDelivery.Done(int refusedNow, String reason) -> delivered(batch, refusedNow, reason);
            case InfluxDelivery.Held(String reason, Duration after) -> {
                behind.addAll(batch.marks().keySet());
                trouble(reason, after);
            }
        }
    }

    /** What was heard is in the history a little later: not before it is may it be read. */
    private void settle() {
        for (LateOnes.News safe = written.poll(); safe != null; safe = written.poll()) {
            safe.late().forEach(due -> rows.owe(target, due.point(), due.from(), due.to()));
            behind.addAll(safe.said());
        }
        LateOnes.News heard = news.take();
        if (!heard.said().isEmpty()) {
            settling.addLast(heard);
        }
        while (!settling.isEmpty() && System.nanoTime() - settling.getFirst().seen() > TOLD) {
            LateOnes.News told = settling.removeFirst();
            history.whenWritten(() -> {
                written.add(told);
                work.release();
            });
        }
    }

    private InfluxBatch next() {
        InfluxBatch batch = new InfluxBatch();
        Building building = buildings.current();
        for (InfluxRows.Owed owed : rows.owed(target, DEBTS)) {
            List<Sample> some = read(building, owed.point(), owed.from(), Instant.ofEpochMilli(owed.to()), batch);
            batch.paid()
                    .put(
                            owed,
                            some.size() < SHARE
                                    ? owed.to()
                                    : some.getLast().at().toEpochMilli() + 1);
        }
        List<PointId> more = new ArrayList<>();
        while (batch.lines().size() < BATCH && !behind.isEmpty()) {
            PointId point = behind.removeFirst();
            long from = marks.getOrDefault(point, -1L) + 1;
            List<Sample> some = read(building, point, from, History.END, batch);
            if (!some.isEmpty()) {
                batch.marks().put(point, some.getLast().at().toEpochMilli());
            }
            if (some.size() == SHARE) {
                more.add(point);
            }
        }
        behind.addAll(more);
        return batch;
    }

    private List<Sample> read(Building building, PointId id, long from, Instant to, InfluxBatch batch) {
        Point point = building.point(id).orElse(null);
        Instant begin = Instant.ofEpochMilli(from);
        if (point == null || !begin.isBefore(to)) {
            return List.of();
        }
        List<Sample> some = history.readings(READER, id, begin, to, SHARE);
        batch.lines().addAll(PointLines.of(point, building, some));
        return some;
    }

    private void delivered(InfluxBatch batch, int refusedNow, String reason) {
        rows.mark(target, batch.marks());
        marks.putAll(batch.marks());
        batch.paid().forEach(rows::paid);
        if (refusedNow > 0) {
            refused += refusedNow;
            LOG.warn(
                    "The InfluxDB at {} refused {} of {} lines, which stay away ({})",
                    settings.server(),
                    refusedNow,
                    batch.lines().size(),
                    reason);
        }
        if (pauses.inTrouble() > 0) {
            LOG.info("Readings go to the InfluxDB at {} again", settings.server());
        }
        pauses.over();
        state = new Feed(true, (behind.isEmpty() ? "up to date" : "catching up") + refusals());
    }

    private String refusals() {
        return refused == 0 ? "" : "; " + refused + " lines were refused";
    }

    private void trouble(String reason, Duration after) throws InterruptedException {
        Duration pause = pauses.next(after);
        state = new Feed(
                false,
                "nothing gets to " + settings.server() + " since " + pauses.since() + ": " + reason + refusals());
        if (Long.bitCount(pauses.inTrouble()) == 1) {
            LOG.warn(
                    "Readings do not get to the InfluxDB at {}: {}; they wait in the history (attempt {})",
                    settings.server(),
                    reason,
                    pauses.inTrouble());
        }
        closed.await(pause.toMillis(), TimeUnit.MILLISECONDS);
    }
}
