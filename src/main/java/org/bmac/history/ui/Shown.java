package org.bmac.history.ui;

import com.vaadin.flow.router.QueryParameters;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bmac.building.Building;
import org.bmac.chart.Window;

/**
 * What the screen shows, as its address says it: {@code history/7?with=9,zone-12&span=PT24H}, with {@code from} and {@code to}
 * instead of {@code span} where the window does not move, and {@code span=all} for everything.
 *
 * @param lines from above; the first is the one that the path names
 */
record Shown(List<Line> lines, Window window) {
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
        lines = lines.stream().distinct().limit(MOST).toList();
    }

    /** What cannot be understood is as if it were not said. */
    static Shown of(Line first, QueryParameters query) {
        Stream<Line> others = query.getSingleParameter(WITH).stream()
                .flatMap(text -> Stream.of(text.split(",", MOST)))
                .flatMap(text -> Line.of(text).stream());
        return new Shown(Stream.concat(Stream.of(first), others).toList(), window(query));
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
        } catch (DateTimeException | IllegalArgumentException | ArithmeticException _) {
            return USUAL;
        }
    }

    Shown with(Line line) {
        return new Shown(Stream.concat(lines.stream(), Stream.of(line)).toList(), window);
    }

    Shown without(Line line) {
        return new Shown(lines.stream().filter(other -> !other.equals(line)).toList(), window);
    }

    Shown over(Window other) {
        return new Shown(lines, other);
    }

    String path() {
        return lines.isEmpty() ? "history" : "history/" + lines.getFirst();
    }

    /** The way to taking it away: the same window, all of the points. */
    String export(Building building) {
        Map<String, List<String>> query = times();
        query.put(
                "point",
                List.of(lines.stream()
                        .flatMap(line -> line.points(building).stream())
                        .map(point -> point.id().toString())
                        .distinct()
                        .collect(Collectors.joining(","))));
        return "export?" + new QueryParameters(query).getQueryString();
    }

    QueryParameters query() {
        Map<String, List<String>> query = times();
        List<Line> others = lines.subList(Math.min(1, lines.size()), lines.size());
        if (!others.isEmpty()) {
            query.put(WITH, List.of(others.stream().map(Line::toString).collect(Collectors.joining(","))));
        }
        return new QueryParameters(query);
    }

    private Map<String, List<String>> times() {
        Map<String, List<String>> query = new HashMap<>();
        switch (window) {
            case Window.Latest(var span) -> query.put(SPAN, List.of(span.toString()));
            case Window.Between(var from, var to) -> {
                query.put(FROM, List.of(from.toString()));
                query.put(TO, List.of(to.toString()));
            }
            case Window.All() -> query.put(SPAN, List.of(ALL));
        }
        return query;
    }
}
