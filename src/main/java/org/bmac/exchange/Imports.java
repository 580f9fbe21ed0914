package org.bmac.exchange;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.function.DoubleConsumer;
import java.util.function.Function;
import org.bmac.access.Actor;
import org.bmac.access.Right;
import org.bmac.access.Rights;
import org.bmac.access.Role;
import org.bmac.building.Building;
import org.bmac.building.Point;
import org.bmac.history.Sample;
import org.bmac.history.Supplement;
import org.bmac.point.PointId;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataAccessException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;

/**
 * Takes readings of files into the history: InfluxDB's line protocol, or comma-separated values as they are exported; packed
 * with gzip or not. Only engineers bring readings, and only for points that they may configure. Every method may be called on
 * any thread, works on it for as long as it takes, and holds some ten thousand readings in memory.
 */
@Component
public class Imports {
    private final Supplement supplement;
    private final InfluxFeed feed;
    private final Rights rights;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    private final Semaphore running = new Semaphore(1);

    Imports(Supplement supplement, InfluxFeed feed, Rights rights, ApplicationEventPublisher events, Clock clock) {
        this.supplement = supplement;
        this.feed = feed;
        this.rights = rights;
        this.events = events;
        this.clock = clock;
    }

    /**
     * What an import of this file would come to; changes nothing.
     *
     * @param chosen points for sources that do not say by themselves whose they are
     * @param progress is told how much of the file has been read, 0 to 1
     * @throws AccessDeniedException when the actor is no engineer
     */
    public Findings examine(Actor by, Path file, Map<Source, PointId> chosen, DoubleConsumer progress) {
        check(by);
        return new Reception(points(by, chosen), supplement::would, clock.instant(), progress).receive(file);
    }

    /**
     * Imports it, in transactions of a point and a day each. Done again it changes nothing, so that one that was broken off is
     * simply begun anew.
     *
     * @param origin where the actor is, in words for the audit
     * @param name of the file, for the audit
     * @throws AccessDeniedException when the actor is no engineer
     * @throws Busy when somebody else imports something
     */
    public Findings bring(
            Actor by, String origin, Path file, String name, Map<Source, PointId> chosen, DoubleConsumer progress) {
        check(by);
        if (!running.tryAcquire()) {
            throw new Busy("Another file is being imported. Try again when that is done.");
        }
        long[] so = {0};
        try {
            Findings findings = new Reception(
                            points(by, chosen),
                            (point, readings) -> {
                                Supplement.Added some = add(point, readings);
                                so[0] += some.added();
                                return some;
                            },
                            clock.instant(),
                            progress)
                    .receive(file);
            events.publishEvent(new Exchanged(by, origin, true, words(name, findings)));
            return findings;
        } catch (RuntimeException e) {
            String why = e instanceof DataAccessException ? "the database failed" : "of a fault in the program";
            events.publishEvent(new Exchanged(
                    by,
                    origin,
                    true,
                    "Brought " + so[0] + " readings of the file " + name + ", and no more, because " + why + "."));
            throw e;
        } finally {
            running.release();
        }
    }

    private static void check(Actor by) {
        if (!by.may(Role.ENGINEER)) {
            throw new AccessDeniedException("Only an engineer may bring readings.");
        }
    }

    /** The points for which this actor may bring readings. */
    public List<Point> offered(Actor by) {
        return rights.seen(by).points().stream()
                .filter(point -> rights.may(by, Right.CONFIGURE, point.id()))
                .toList();
    }

    private Function<Source, @Nullable PointId> points(Actor by, Map<Source, PointId> chosen) {
        Building building = rights.seen(by);
        Map<Source, PointId> own = new HashMap<>(chosen);
        return source -> {
            PointId point = own.get(source);
            PointId found =
                    point != null ? point : source.in(building).map(Point::id).orElse(null);
            return found != null && rights.may(by, Right.CONFIGURE, found) ? found : null;
        };
    }

    private Supplement.Added add(PointId point, List<Sample> readings) {
        Supplement.Added some = supplement.add(point, readings);
        if (some.added() > 0) {
            Instant first =
                    readings.stream().map(Sample::at).min(Instant::compareTo).orElseThrow();
            Instant last =
                    readings.stream().map(Sample::at).max(Instant::compareTo).orElseThrow();
            feed.owe(point, first.toEpochMilli(), last.toEpochMilli() + 1_000);
        }
        return some;
    }

    private static String words(String name, Findings found) {
        return "Brought " + found.added().added() + " readings of the file " + name + "; "
                + found.added().known() + " were there already, " + found.useless() + " lines were useless.";
    }
}
