package org.bmac.live;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.bmac.broker.Broker;
import org.bmac.broker.Link;
import org.bmac.broker.LinkChanged;
import org.bmac.building.BuildingChanged;
import org.bmac.building.Buildings;
import org.bmac.building.Point;
import org.bmac.point.PointId;
import org.bmac.point.PointsFound;
import org.bmac.point.PointsLost;
import org.bmac.point.Quality;
import org.bmac.point.Reading;
import org.bmac.point.ReadingListener;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** The latest reading of every point, and what it is worth by now. Every method may be called on any thread. */
@Component
public final class Live implements ReadingListener {
    private final Supplier<List<Point>> points;
    private final Supplier<Link> link;
    private final Clock clock;
    private final Cells cells = new Cells();
    private final Followers followers = new Followers();
    private volatile Hearing hearing;

    @Autowired
    Live(Buildings buildings, Broker broker, LatestRows rows, Clock clock) {
        this(() -> buildings.current().points(), broker::link, clock);
        rows.read().forEach(this::recall);
    }

    Live(List<Point> points, Supplier<Link> link, LatestRows rows, Clock clock) {
        this(points, link, clock);
        rows.read().forEach(this::recall);
    }

    /**
     * One that remembers nothing from before; for measuring and for tests.
     *
     * @param link the state of the link to the broker, asked again by each {@link #sweep()}
     */
    public Live(List<Point> points, Supplier<Link> link, Clock clock) {
        this(() -> points, link, clock);
    }

    private Live(Supplier<List<Point>> points, Supplier<Link> link, Clock clock) {
        this.points = points;
        this.link = link;
        this.clock = clock;
        this.hearing = Hearing.first(link.get().up(), clock.millis());
        expect(points.get());
    }

    @Override
    public void on(Reading reading) {
        Cell cell = cells.ensure(reading.point());
        cell.accept(reading, clock.millis(), hearing);
        tell(cell);
    }

    /** What is known of this point now; {@link Quality#NEVER_SEEN} also for a point that does not exist. */
    public Latest latest(PointId point) {
        Cell cell = cells.find(point);
        return judge(cell == null ? new Cell(point) : cell);
    }

    /** What is known of every point of the building now, by number; the never seen are among them. */
    public List<Latest> all() {
        List<Latest> all = new ArrayList<>();
        cells.forEach(cell -> all.add(judge(cell)));
        return all;
    }

    /**
     * Begins to follow the points that pass the test. Take a {@linkplain Following#snapshot() snapshot} first, then
     * {@linkplain Following#drain() drain} after each nudge, when it suits you.
     *
     * @param visible asked often and on any thread: must be quick and must not throw
     * @param nudge called on any thread when there is something to drain and was not before (now and then also when there
     *     turns out to be nothing); must return at once, must not throw, and must not drain by itself
     */
    public Following follow(Predicate<PointId> visible, Runnable nudge) {
        return new Following(followers, cells, this::judge, visible, nudge);
    }

    /** Up to 120 samples of the last hour, oldest first, the newest reading included; without what could not be read. */
    public List<Recent> recent(PointId point) {
        Cell cell = cells.find(point);
        return cell == null ? List.of() : cell.recent(clock.millis());
    }

    /** Sees what has become stale or offline by now, and tells the followers. Called every second, and by tests. */
    @Scheduled(fixedRate = 1_000)
    public void sweep() {
        hear(link.get());
        review();
    }

    /** Which changes somebody has seen who wants them all; for the memory. */
    Seen seen() {
        return new Seen(cells);
    }

    @EventListener
    void on(LinkChanged changed) {
        hear(changed.link());
    }

    @EventListener
    void on(PointsLost lost) {
        for (PointId point : lost.points()) {
            Cell cell = cells.ensure(point);
            cell.lose(lost.reason(), clock.millis(), hearing);
            tell(cell);
        }
    }

    @EventListener
    void on(PointsFound found) {
        for (PointId point : found.points()) {
            Cell cell = cells.ensure(point);
            cell.find(clock.millis(), hearing);
            tell(cell);
        }
    }

    /** Such news may overtake each other, so what counts is what there is once it is our turn. */
    @EventListener
    synchronized void on(BuildingChanged changed) {
        expect(points.get());
    }

    private Latest judge(Cell cell) {
        return cell.latest(clock.millis(), hearing);
    }

    private void tell(Cell cell) {
        cells.touch(cell.point());
        followers.changed(cell.point());
    }

    private synchronized void hear(Link now) {
        if (now.up() != hearing.up()) {
            review();
            hearing = hearing.after(now, clock.millis());
            review();
        }
    }

    private void review() {
        long now = clock.millis();
        cells.forEach(cell -> {
            if (cell.review(now, hearing)) {
                tell(cell);
            }
        });
    }

    /** These points are all that exist from now on. */
    synchronized void expect(List<Point> points) {
        Set<PointId> expected = new HashSet<>();
        for (Point point : points) {
            expected.add(point.id());
            boolean added = cells.find(point.id()) == null;
            Cell cell = cells.ensure(point.id());
            cell.configure(point);
            if (cell.review(clock.millis(), hearing) || added) {
                tell(cell);
            }
        }
        cells.forEach(cell -> {
            if (!expected.contains(cell.point())) {
                cells.remove(cell.point());
            }
        });
    }

    private void recall(Kept kept) {
        Cell cell = cells.find(kept.point());
        if (cell != null) {
            cell.recall(kept);
        }
    }
}
