package org.bmac.history.ui;

import com.vaadin.flow.router.QueryParameters;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bmac.chart.Window;
import org.bmac.point.PointId;

/**
 * What the screen shows, as its address says it: {@code history/7?with=9,12&span=PT24H}, with {@code from} and {@code to}
 * instead of {@code span} where the window does not move, and {@code span=all} for everything.
 *
 * @param points from above; the first is the one that the path names
 */
record Shown(List<PointId> points, Window window) {
    /** What one sees who has chosen nothing. */
    static final Window USUAL = new Window.Latest(Duration.ofDays(1));

    /** More would be too small to read. */
    static final int MOST = 8;

    private static final String WITH = "with";
    private static final String SPAN = "span";
    private static final String FROM = "from";
    private static final String TO = "to";
    private static final String ALL = "all";

    Shown {
        points = points.stream().distinct().limit(MOST).toList();
    }

    /** What cannot be understood is as if it were not said. */
    static Shown of(PointId first, QueryParameters query) {
        List<PointId> others = query.getSingleParameter(WITH).stream()
                .flatMap(text -> Stream.of(text.split(",", MOST)))
                .filter(number -> number.matches("[1-9][0-9]{0,6}"))
                .map(Integer::valueOf)
                .filter(number -> number <= PointId.MOST)
                .map(PointId::new)
                .toList();
        return new Shown(Stream.concat(Stream.of(first), others.stream()).toList(), window(query));
    }

    private static Window window(QueryParameters query) {
        Optional<String> span = query.getSingleParameter(SPAN);
        try {
            if (span.isPresent()) {
                return span.get().equals(ALL) ? new Window.All() : new Window.Latest(Duration.parse(span.get()));
            }
            Optional<String> from = query.getSingleParameter(FROM);
            Optional<String> to = query.getSingleParameter(TO);
            return from.isPresent() && to.isPresent()
                    ? new Window.Between(Instant.parse(from.get()), Instant.parse(to.get()))
                    : USUAL;
        } catch (DateTimeException | IllegalArgumentException _) {
            return USUAL;
        }
    }

    Shown with(PointId point) {
        return new Shown(Stream.concat(points.stream(), Stream.of(point)).toList(), window);
    }

    Shown without(PointId point) {
        return new Shown(points.stream().filter(other -> !other.equals(point)).toList(), window);
    }

    Shown over(Window other) {
        return new Shown(points, other);
    }

    String path() {
        return points.isEmpty() ? "history" : "history/" + points.getFirst();
    }

    QueryParameters query() {
        Map<String, List<String>> query = new HashMap<>();
        switch (window) {
            case Window.Latest(var span) -> query.put(SPAN, List.of(span.toString()));
            case Window.Between(var from, var to) -> {
                query.put(FROM, List.of(from.toString()));
                query.put(TO, List.of(to.toString()));
            }
            case Window.All() -> query.put(SPAN, List.of(ALL));
        }
        List<PointId> others = new ArrayList<>(points.subList(Math.min(1, points.size()), points.size()));
        if (!others.isEmpty()) {
            query.put(WITH, List.of(others.stream().map(PointId::toString).collect(Collectors.joining(","))));
        }
        return new QueryParameters(query);
    }
}
