package org.bmac.exchange.ui;

import com.vaadin.flow.router.QueryParameters;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which time somebody wants.
 *
 * @param label for people
 * @param back so long up to now; null where it is said otherwise
 */
record Span(String label, @Nullable Duration back) {
    static final Span DAY = new Span("Last 24 hours", Duration.ofDays(1));
    static final Span ALL = new Span("All that is kept", null);
    static final Span CHOSEN = new Span("From … to …", null);

    private static final Duration LONGEST = Duration.ofDays(36_500);

    /** As a screen offers them. */
    static Stream<Span> offered() {
        return Stream.of(
                new Span("Last hour", Duration.ofHours(1)),
                DAY,
                new Span("Last 7 days", Duration.ofDays(7)),
                new Span("Last 30 days", Duration.ofDays(30)),
                new Span("Last year", Duration.ofDays(365)),
                ALL,
                CHOSEN);
    }

    /** The one that an address names as the history does; a day where it cannot be understood. */
    static Span of(QueryParameters query) {
        if (moment(query, "from").isPresent() && moment(query, "to").isPresent()) {
            return CHOSEN;
        }
        return query.getSingleParameter("span").map(Span::of).orElse(DAY);
    }

    private static Span of(String text) {
        if (text.equals("all")) {
            return ALL;
        }
        try {
            Duration back = Duration.parse(text);
            return offered()
                    .filter(span -> back.equals(span.back()))
                    .findFirst()
                    .orElse(back.isPositive() && back.compareTo(LONGEST) < 0 ? CHOSEN : DAY);
        } catch (DateTimeException _) {
            return DAY;
        }
    }

    /** Where an address says that it begins or ends. */
    static Optional<Instant> moment(QueryParameters query, String name) {
        try {
            return query.getSingleParameter(name).map(Instant::parse);
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }

    /** How far an address goes back. */
    static Optional<Duration> back(QueryParameters query) {
        try {
            return query.getSingleParameter("span").map(Duration::parse);
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }
}
