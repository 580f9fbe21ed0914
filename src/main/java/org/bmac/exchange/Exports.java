package org.bmac.exchange;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.bmac.access.Actor;
import org.bmac.access.Rights;
import org.bmac.building.Building;
import org.bmac.building.Point;
import org.bmac.history.Bucket;
import org.bmac.history.History;
import org.bmac.history.Kept;
import org.bmac.history.Sample;
import org.bmac.point.PointId;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * Lets people and programs take the past away, as far as they may see it. What is held in memory is a page of one point,
 * however much there is. Every method may be called on any thread.
 */
@Component
public class Exports {
    private static final int PAGE = 10_000;
    private static final int AT_ONCE = 4;
    private static final long DAY = Duration.ofDays(1).toMillis();

    private final History history;
    private final Rights rights;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    private final Semaphore running = new Semaphore(AT_ONCE);

    Exports(History history, Rights rights, ApplicationEventPublisher events, Clock clock) {
        this.history = history;
        this.rights = rights;
        this.events = events;
        this.clock = clock;
    }

    /**
     * What this actor would get.
     *
     * @param from before {@code to}
     * @throws IllegalArgumentException with a sentence when the times are not so
     */
    public Export of(Actor by, Selection selection, Instant from, Instant to, Detail detail, Form form) {
        if (!from.isBefore(to)) {
            throw new IllegalArgumentException("from is " + from + ", which is not before to, " + to + ".");
        }
        if (from.isBefore(Instant.EPOCH) || to.isAfter(History.END)) {
            throw new IllegalArgumentException(
                    "The time is from " + Instant.EPOCH + " to " + History.END + " at most.");
        }
        Building building = rights.seen(by);
        List<Described> points = building.points().stream()
                .filter(selection)
                .sorted(Comparator.comparing(Point::id))
                .map(point -> Described.of(point, building))
                .toList();
        return new Export(by, building.name(), points, from, to, detail, form);
    }

    /** Since when there is anything of these points; nothing where nothing is kept that the actor may see. */
    public Optional<Instant> since(Actor by, Selection selection) {
        return rights.seen(by).points().stream()
                .filter(selection)
                .flatMap(point -> history.kept(by, point.id()).stream())
                .map(Kept::summaries)
                .min(Comparator.naturalOrder());
    }

    /** About how many rows it will have; looks at summaries only, which takes some milliseconds for each point. */
    public long estimate(Export export) {
        return export.ids().stream().mapToLong(point -> estimate(export, point)).sum();
    }

    private long estimate(Export export, PointId point) {
        Kept kept = history.kept(export.by(), point).orElse(null);
        if (kept == null) {
            return 0;
        }
        boolean single = export.detail() instanceof Detail.Readings;
        Instant from = later(export.from(), single ? kept.readings() : kept.summaries());
        Instant to = end(export);
        if (!from.isBefore(to)) {
            return 0;
        }
        return switch (export.detail()) {
            case Detail.Readings() ->
                history.window(export.by(), point, from, to, 1).stream()
                        .mapToLong(Bucket::count)
                        .sum();
            case Detail.Every(var step) ->
                Math.ceilDiv(
                        Duration.between(from, to).toMillis(), step.length().toMillis());
            case Detail.Into(int buckets) -> buckets;
        };
    }

    /**
     * Writes the file, point by point and each in the order of time, on this thread, for as long as it takes. That it was
     * asked for is known before its first byte.
     *
     * @param origin where the actor is, in words for the audit
     * @param to is left open
     * @throws IOException when {@code to} does; what was written is then no whole file
     * @throws Busy when too many are written already; nothing has been written then
     */
    public void write(Export export, String origin, OutputStream to) throws IOException {
        if (!running.tryAcquire()) {
            throw new Busy("There are " + AT_ONCE + " exports under way already. Try again in a while.");
        }
        try {
            events.publishEvent(new Exchanged(export.by(), origin, false, export.words()));
            OutputStream buffered = new BufferedOutputStream(to, 1 << 16);
            Sheet sheet = sheet(export, buffered);
            for (Described point : export.points()) {
                write(export, point, sheet);
            }
            sheet.end();
            buffered.flush();
        } finally {
            running.release();
        }
    }

    private static Sheet sheet(Export export, OutputStream to) throws IOException {
        boolean buckets = !(export.detail() instanceof Detail.Readings);
        return switch (export.form()) {
            case CSV -> new CsvSheet(to, buckets);
            case ARROW -> new ArrowSheet(to, buckets, export.points());
        };
    }

    private void write(Export export, Described point, Sheet sheet) throws IOException {
        Kept kept = history.kept(export.by(), point.point()).orElse(null);
        if (kept == null) {
            return;
        }
        switch (export.detail()) {
            case Detail.Readings() -> readings(export, point, later(export.from(), kept.readings()), sheet);
            case Detail.Every(var step) ->
                steps(export, point, later(export.from(), kept.summaries()), end(export), step, sheet);
            case Detail.Into(int buckets) ->
                sheet.buckets(point, window(export, point, export.from(), export.to(), buckets));
        }
    }

    private void readings(Export export, Described point, Instant begin, Sheet sheet) throws IOException {
        Instant from = begin;
        int got = PAGE;
        while (got == PAGE && from.isBefore(export.to())) {
            List<Sample> page = history.readings(export.by(), point.point(), from, export.to(), PAGE);
            sheet.readings(point, page);
            got = page.size();
            from = page.isEmpty() ? export.to() : page.getLast().at().plusMillis(1);
        }
    }

    /** Whole steps, in pieces of whole days, so that none lies in two. */
    private void steps(Export export, Described point, Instant begin, Instant end, Detail.Step step, Sheet sheet)
            throws IOException {
        long length = step.length().toMillis();
        long days = Math.max(1, History.MOST_BUCKETS * length / DAY);
        long last = Math.ceilDiv(end.toEpochMilli(), length) * length;
        long from = Math.floorDiv(begin.toEpochMilli(), length) * length;
        while (from < last) {
            long to = Math.min((from / DAY + days) * DAY, last);
            int count = (int) ((to - from) / length);
            sheet.buckets(point, window(export, point, Instant.ofEpochMilli(from), Instant.ofEpochMilli(to), count));
            from = to;
        }
    }

    private List<Bucket> window(Export export, Described point, Instant from, Instant to, int buckets) {
        return history.window(export.by(), point.point(), from, to, buckets).stream()
                .filter(bucket -> !bucket.isGap())
                .toList();
    }

    /** What has yet to come is not known. */
    private Instant end(Export export) {
        return earlier(export.to(), clock.instant().plusMillis(1));
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }
}
