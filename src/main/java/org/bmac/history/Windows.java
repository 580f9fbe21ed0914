package org.bmac.history;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.bmac.building.Point;
import org.bmac.point.PointId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads a window of time from the coarsest summaries that are fine enough, and its edges from finer ones. */
@Component
class Windows {
    private final Rows rows;
    private final HistorySettings settings;
    private final Clock clock;

    Windows(Rows rows, HistorySettings settings, Clock clock) {
        this.rows = rows;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * Buckets from one moment to another, in milliseconds since 1970. All but the first and the last are equally long; where
     * they are as long as a summary or longer they begin where it does.
     *
     * @param points one, or several that are told {@linkplain Together together}
     * @param most how many buckets, 1 or more
     */
    List<Bucket> read(List<Point> points, long from, long to, int most) {
        long now = clock.millis();
        Map<Point, List<Reach>> reaches = new LinkedHashMap<>();
        points.forEach(point -> reaches.put(point, Reach.of(point, from, to, now, rows, settings)));
        Level finest = reaches.values().stream()
                .flatMap(all -> all.stream().limit(1))
                .map(Reach::finest)
                .max(Comparator.naturalOrder())
                .orElse(Level.RAW);
        long wanted = Math.max(Math.ceilDiv(to - from, (long) most), finest.length());
        Level level = Level.fitting(wanted);
        Grid grid = Grid.of(from, to, most, level, wanted);
        Together all = new Together();
        reaches.forEach((point, own) -> all.add(read(point, own, level, grid, Math.min(to, now))));
        return all.buckets();
    }

    private List<Bucket> read(Point point, List<Reach> reaches, Level level, Grid grid, long known) {
        Hold hold = hold(point, grid.to());
        @Nullable Part[] parts = new Part[grid.count()];
        for (Reach reach : reaches) {
            pieces(level, reach.finest(), point.id(), reach.from(), reach.to(), part -> {
                int index = grid.indexOf(part.first());
                Part before = parts[index];
                parts[index] = before == null ? part : before.then(part, hold.at(before.last()));
            });
        }
        Level finest = reaches.isEmpty() ? Level.RAW : reaches.getFirst().finest();
        return buckets(point, grid, parts, before(point.id(), grid.from(), hold.at(grid.from()), finest), hold, known);
    }

    private Hold hold(Point point, long to) {
        Recalled recalled = rows.recalled(point.id());
        long heard = Holding.learns(point) && to > recalled.until()
                ? learnt(point, recalled.until(), to)
                : Holding.of(point);
        return new Hold(recalled.until(), recalled.hold(point), heard);
    }

    /** From the last readings in this range; from summaries where they are gone. */
    private long learnt(Point point, long from, long to) {
        List<Part> last = rows.recent(point.id(), from, to, Holding.FEW);
        return last.isEmpty()
                ? Holding.ofSummaries(point, rows.before(Level.HOUR, point.id(), from, to, Holding.FEW))
                : Holding.of(point, last);
    }

    /** What is in the range, in order, in pieces as large as may be. */
    private void pieces(Level level, Level finest, PointId point, long from, long to, Consumer<Part> taker) {
        if (from >= to) {
            return;
        }
        if (level == finest) {
            rows.parts(level, point, level.start(from), to).forEach(taker);
            return;
        }
        long begin = level.next(from);
        long end = level.start(to);
        if (begin >= end) {
            pieces(level.finer(), finest, point, from, to, taker);
        } else {
            pieces(level.finer(), finest, point, from, begin, taker);
            rows.parts(level, point, begin, end).forEach(taker);
            pieces(level.finer(), finest, point, end, to, taker);
        }
    }

    /** The last reading before the window that may still hold in it; from a summary where single readings are gone. */
    private @Nullable Part before(PointId point, long from, long hold, Level finest) {
        List<Part> last = rows.before(point, Math.max(0, from - hold), from, 1);
        if (!last.isEmpty()) {
            return last.getFirst();
        }
        if (finest == Level.RAW && hold < Holding.ENDLESS) {
            return null;
        }
        for (Level level : Level.SUMMARIES) {
            Part part = rows.before(level, point, level.start(from)).orElse(null);
            if (part != null && part.last() + hold > from) {
                return part;
            }
        }
        return null;
    }

    private static List<Bucket> buckets(
            Point point, Grid grid, @Nullable Part[] parts, @Nullable Part before, Hold hold, long known) {
        boolean steps = Holding.steps(point.kind());
        List<Bucket> buckets = new ArrayList<>(parts.length);
        Part earlier = before;
        Counter counter = new Counter(before);
        for (int i = 0; i < parts.length; i++) {
            double increase = point.kind().counts() ? counter.after(parts[i]) : Double.NaN;
            Stretch stretch = new Stretch(grid.start(i), grid.end(i), earlier, parts[i], hold, increase, known);
            buckets.add(stretch.bucket(steps));
            Part own = parts[i];
            earlier = own == null ? earlier : own;
        }
        return buckets;
    }
}
