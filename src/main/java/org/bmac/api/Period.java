package org.bmac.api;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;
import org.springframework.web.server.ResponseStatusException;

/** From one moment to another, as a program asks for it. */
record Period(Instant from, Instant to) {
    static final String FROM = "The beginning, such as 2026-05-12T08:00:00Z; a day before the end when left out.";
    static final String TO = "The end, which is not part of it; now when left out.";

    private static final Duration USUAL = Duration.ofDays(1);

    /**
     * What is left out is as said in {@link #FROM} and {@link #TO}.
     *
     * @throws ResponseStatusException when one of them is no time
     */
    static Period of(@Nullable String from, @Nullable String to, Clock clock) {
        Instant end = to == null ? clock.instant() : instant("to", to);
        return new Period(from == null ? end.minus(USUAL) : instant("from", from), end);
    }

    private static Instant instant(String name, String text) {
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException _) {
            throw Wrong.because(
                    name + " is '" + text + "'; allowed is a time with its offset, such as 2026-05-12T08:00:00Z.");
        }
    }
}
