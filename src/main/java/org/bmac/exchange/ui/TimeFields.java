package org.bmac.exchange.ui;

import com.vaadin.flow.component.datetimepicker.DateTimePicker;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.router.QueryParameters;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Which time is wanted: one of a few, or from one moment to another, in the time of the server. */
class TimeFields extends Div {
    private static final ZoneId ZONE = ZoneId.systemDefault();

    private final Select<Span> span = new Select<>();
    private final DateTimePicker from = new DateTimePicker("From");
    private final DateTimePicker to = new DateTimePicker("To");
    private final Clock clock;
    private final Supplier<Optional<Instant>> since;

    /** From one moment to another. */
    record Times(Instant from, Instant to) {}

    /**
     * @param since when all that is kept begins
     * @param changed is told when something else is wanted
     */
    TimeFields(Clock clock, Supplier<Optional<Instant>> since, Runnable changed) {
        this.clock = clock;
        this.since = since;
        addClassName("exchange-time");
        span.setLabel("Time");
        span.setItems(Span.offered().toList());
        span.setItemLabelGenerator(Span::label);
        span.setValue(Span.DAY);
        span.addValueChangeListener(event -> {
            if (event.isFromClient()) {
                fill(event.getOldValue());
            }
            changed.run();
        });
        for (DateTimePicker picker : new DateTimePicker[] {from, to}) {
            picker.setLocale(Locale.UK);
            picker.setVisible(false);
            picker.addValueChangeListener(_ -> changed.run());
        }
        add(span, from, to);
    }

    /** As an address says it. */
    void show(QueryParameters query) {
        Span wanted = Span.of(query);
        if (wanted.equals(Span.CHOSEN)) {
            Instant now = clock.instant();
            Instant end = Span.moment(query, "to").orElse(now);
            from.setValue(local(Span.moment(query, "from")
                    .orElseGet(() -> end.minus(Span.back(query).orElse(Duration.ofDays(1))))));
            to.setValue(local(end));
        }
        span.setValue(wanted);
        reveal(wanted);
    }

    /** What it was before is what one changes. */
    private void fill(@Nullable Span before) {
        if (span.getValue().equals(Span.CHOSEN) && from.isEmpty()) {
            Instant now = clock.instant();
            Duration back = before == null || before.back() == null ? Duration.ofDays(1) : before.back();
            from.setValue(local(now.minus(back)));
            to.setValue(local(now));
        }
        reveal(span.getValue());
    }

    private void reveal(Span shown) {
        from.setVisible(shown.equals(Span.CHOSEN));
        to.setVisible(shown.equals(Span.CHOSEN));
    }

    /**
     * What is wanted now.
     *
     * @throws IllegalArgumentException with a sentence when a moment is missing
     */
    Times times() {
        Instant now = clock.instant();
        Span wanted = span.getValue();
        if (wanted.equals(Span.ALL)) {
            return new Times(since.get().orElse(now.minusMillis(1)), now);
        }
        if (wanted.back() != null) {
            return new Times(now.minus(wanted.back()), now);
        }
        if (from.isEmpty() || to.isEmpty()) {
            throw new IllegalArgumentException("Say from when to when.");
        }
        return new Times(
                from.getValue().atZone(ZONE).toInstant(),
                to.getValue().atZone(ZONE).toInstant());
    }

    private static LocalDateTime local(Instant at) {
        return LocalDateTime.ofInstant(at, ZONE).truncatedTo(ChronoUnit.MINUTES);
    }
}
