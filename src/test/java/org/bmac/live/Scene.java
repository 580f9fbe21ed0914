package org.bmac.live;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.bmac.MovableClock;
import org.bmac.broker.Link;
import org.bmac.broker.LinkChanged;
import org.bmac.building.NodeId;
import org.bmac.building.Point;
import org.bmac.point.Kind;
import org.bmac.point.PointId;
import org.bmac.point.PointsFound;
import org.bmac.point.PointsLost;
import org.bmac.point.Quality;
import org.bmac.point.Reading;
import org.bmac.point.Unit;
import org.bmac.point.Value;
import org.jspecify.annotations.Nullable;

/** A few points, a clock, a link, and short words for what happens to them. */
final class Scene {
    static final PointId TEMPERATURE = new PointId(1);
    static final PointId CO2 = new PointId(2);
    static final PointId RELAY = new PointId(3);
    static final PointId MOTION = new PointId(2000);
    /** Configured to 10 minutes. */
    static final PointId SLOW = new PointId(5);
    /** A temperature that speaks on change only. */
    static final PointId QUIET = new PointId(6);

    final MovableClock clock = new MovableClock();
    private Link link = new Link(true, "tcp://localhost", "connected", clock.instant());
    final Live live = new Live(points(), () -> link, clock);

    static List<Point> points() {
        return List.of(
                point(TEMPERATURE, Kind.TEMPERATURE, null),
                point(CO2, Kind.CO2, null),
                point(RELAY, Kind.RELAY, null),
                point(MOTION, Kind.MOTION, null),
                point(SLOW, Kind.TEMPERATURE, Duration.ofMinutes(10)),
                point(QUIET, Kind.TEMPERATURE, Duration.ZERO));
    }

    static Point point(PointId id, Kind kind, @Nullable Duration interval) {
        return new Point(id, new NodeId(1), kind, 0, "", null, null, interval, kind.commandable());
    }

    static Value celsius(double number) {
        return new Value.Quantity(number, Unit.CELSIUS);
    }

    Instant now() {
        return clock.instant();
    }

    void pass(long seconds) {
        clock.move(Duration.ofSeconds(seconds));
        live.sweep();
    }

    void reads(PointId point, double number) {
        reads(point, celsius(number), now());
    }

    void reads(PointId point, Value value, Instant at) {
        Quality quality = value instanceof Value.Unreadable ? Quality.BAD : Quality.GOOD;
        live.on(new Reading(point, value, quality, at));
    }

    /** Reads the point again and again for this long, and ends with a reading. */
    void readsEvery(long seconds, PointId point, long forSeconds) {
        for (long passed = 0; passed < forSeconds; passed += seconds) {
            pass(seconds);
            reads(point, 20);
        }
    }

    void linkBreaks() {
        link = new Link(false, "tcp://localhost", "connection refused", now());
        live.on(new LinkChanged(link));
    }

    void linkReturns() {
        link = new Link(true, "tcp://localhost", "connected", now());
        live.on(new LinkChanged(link));
    }

    /** The link changes, and the word of it never reaches us. */
    void linkBreaksUnheard() {
        link = new Link(false, "tcp://localhost", "connection refused", now());
    }

    void isLost(PointId point) {
        live.on(new PointsLost(Set.of(point), "connection lost", now()));
    }

    void isFound(PointId point) {
        live.on(new PointsFound(Set.of(point), now()));
    }

    Quality quality(PointId point) {
        return live.latest(point).quality();
    }

    String reason(PointId point) {
        return live.latest(point).reason();
    }
}
