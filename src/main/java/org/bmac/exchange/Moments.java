package org.bmac.exchange;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.bmac.history.History;

/** Moments as files say them. */
final class Moments {
    private static final long[] UNITS = {1, 1_000, 1_000_000};

    private Moments() {}

    /**
     * From a number since 1970 in seconds, milliseconds, microseconds or nanoseconds: in the unit in which it is of a time after
     * March 1973 that a history can hold. Empty where there is none.
     */
    static Optional<Instant> of(long number) {
        if (number <= 0) {
            return Optional.empty();
        }
        long milliseconds = number < 100_000_000_000L ? number * 1_000 : number / unit(number);
        Instant at = Instant.ofEpochMilli(milliseconds);
        return at.isBefore(History.END) ? Optional.of(at) : Optional.empty();
    }

    private static long unit(long number) {
        long digits = 100_000_000_000_000L;
        for (long unit : UNITS) {
            if (number < digits) {
                return unit;
            }
            digits *= 1_000;
        }
        return UNITS[UNITS.length - 1];
    }

    /** As ISO 8601 has it, with an offset; or a number as above. */
    static Optional<Instant> of(String text) {
        try {
            return text.matches("[0-9]{1,19}")
                    ? of(Long.parseLong(text))
                    : Optional.of(OffsetDateTime.parse(text.replace(' ', 'T')).toInstant())
                            .filter(at -> at.isAfter(Instant.EPOCH) && at.isBefore(History.END));
        } catch (DateTimeException | NumberFormatException _) {
            return Optional.empty();
        }
    }
}
