package org.bmac.exchange;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BiFunction;
import org.bmac.access.Actor;
import org.bmac.access.Right;
import org.bmac.access.Rights;
import org.bmac.access.Role;
import org.bmac.building.Building;
import org.bmac.building.Point;
import org.bmac.history.Sample;
import org.bmac.history.Supplement;
import org.bmac.history.Supplement.Added;
import org.bmac.point.PointId;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DataAccessException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

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
    private final ImportSettings settings;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    private final Semaphore running = new Semaphore(1);

    Imports(
            Supplement supplement,
            InfluxFeed feed,
            Rights rights,
            ImportSettings settings,
            ApplicationEventPublisher events,
            Clock clock) {
        this.supplement = supplement;
        this.feed = feed;
        this.rights = rights;
        this.settings = settings;
        this.events = events;
        this.clock = clock;
    }

    /** How large a file may be, in bytes. */
    public long largest() {
        return settings.largest().toBytes();
    }

    /** The points for which this actor may bring readings. */
    public List<Point> offered(Actor by) {
        return rights.seen(by).points().stream()
                .filter(point -> rights.may(by, Right.CONFIGURE, point.id()))
                .toList();
    }

    /**
     * What an import of this file would come to; changes nothing.
     *
     * @throws AccessDeniedException when the actor is no engineer
     * @throws Busy when the past of a point cannot be added to now
     */
    public Findings examine(Actor by, Path file, Chosen chosen, Progress progress) {
        check(by);
        try {
            return reception(by, chosen, supplement::would, progress).receive(file);
        } catch (ConcurrencyFailureException e) {
            throw notYet(e);
        }
    }

    /**
     * Imports it, in transactions of a point and a day each. Done again it changes nothing, so that one that was broken off or
     * stopped is simply begun anew.
     *
     * @param origin where the actor is, in words for the audit
     * @param name of the file, for the audit
     * @throws AccessDeniedException when the actor is no engineer
     * @throws Busy when somebody else imports something, or the past of a point cannot be added to now
     */
    public Findings bring(Actor by, String origin, Path file, String name, Chosen chosen, Progress progress) {
        check(by);
        if (!running.tryAcquire()) {
            throw new Busy("Another file is being imported. Try again when that is done.");
        }
        try {
            return supplement.during(() -> brought(by, origin, file, name, chosen, progress));
        } finally {
            running.release();
        }
    }

    private Findings brought(Actor by, String origin, Path file, String name, Chosen chosen, Progress progress) {
        AtomicLong added = new AtomicLong();
        try {
            Findings findings = reception(by, chosen, (point, readings) -> add(point, readings, added), progress)
                    .receive(file);
            events.publishEvent(new Exchanged(by, origin, true, words(name, findings)));
            return findings;
        } catch (RuntimeException e) {
            events.publishEvent(new Exchanged(
                    by,
                    origin,
                    true,
                    "Brought " + added + " readings of the file " + name + ", and no more, because " + why(e) + "."));
            throw e instanceof ConcurrencyFailureException ? notYet(e) : e;
        }
    }

    private static void check(Actor by) {
        if (!by.may(Role.ENGINEER)) {
            throw new AccessDeniedException("Only an engineer may bring readings.");
        }
    }

    private Reception reception(
            Actor by, Chosen chosen, BiFunction<PointId, List<Sample>, Added> taker, Progress progress) {
        Building building = rights.seen(by);
        return new Reception(source -> configured(by, chosen.of(source, building)), taker, clock.instant(), progress);
    }

    private @Nullable PointId configured(Actor by, @Nullable PointId point) {
        return point != null && rights.may(by, Right.CONFIGURE, point) ? point : null;
    }

    private Added add(PointId point, List<Sample> readings, AtomicLong added) {
        Added some = supplement.add(point, readings);
        if (some.added() > 0) {
            Instant first =
                    readings.stream().map(Sample::at).min(Instant::compareTo).orElseThrow();
            Instant last =
                    readings.stream().map(Sample::at).max(Instant::compareTo).orElseThrow();
            feed.owe(point, first.toEpochMilli(), last.toEpochMilli() + 1_000);
            added.addAndGet(some.added());
        }
        return some;
    }

    private static Busy notYet(RuntimeException e) {
        return new Busy(
                "The past of one of its points is being written just now. Try again in a while; nothing comes twice.",
                e);
    }

    private static String why(RuntimeException e) {
        return switch (e) {
            case ConcurrencyFailureException _ -> "the past of a point was being written";
            case DataAccessException _ -> "the database failed";
            case TransactionException _ -> "the database failed";
            default -> "of a fault in the program";
        };
    }

    private static String words(String name, Findings found) {
        return "Brought " + found.added().added() + " readings of the file " + name + "; "
                + found.added().known() + " were there already, " + found.useless() + " lines were useless."
                + (found.brokenOff().isEmpty() ? "" : " " + found.brokenOff());
    }
}
