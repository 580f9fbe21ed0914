package org.bmac.history;

import java.time.Duration;
import java.util.Map;
import org.bmac.point.Kind;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * For how long what is kept; summaries of 15 minutes and more stay for ever.
 *
 * @param raw how long single readings are kept
 * @param minute how long the summaries of one minute are kept
 * @param rawOf other times than {@code raw} for single quantities
 * @param minuteOf other times than {@code minute} for single quantities
 */
@ConfigurationProperties("bmac.history")
record HistorySettings(
        @DefaultValue("90d") Duration raw,
        @DefaultValue("730d") Duration minute,
        @DefaultValue Map<Kind, Duration> rawOf,
        @DefaultValue Map<Kind, Duration> minuteOf) {

    private static final Duration LEAST = Duration.ofDays(1);

    HistorySettings {
        rawOf = Map.copyOf(rawOf);
        minuteOf = Map.copyOf(minuteOf);
        check("bmac.history.raw", raw);
        check("bmac.history.minute", minute);
        rawOf.forEach((kind, time) -> check("bmac.history.raw-of." + kind.code(), time));
        minuteOf.forEach((kind, time) -> check("bmac.history.minute-of." + kind.code(), time));
        for (Kind kind : Kind.values()) {
            Duration single = rawOf.getOrDefault(kind, raw);
            Duration summed = minuteOf.getOrDefault(kind, minute);
            if (summed.compareTo(single) < 0) {
                throw new IllegalArgumentException("bmac.history.minute is " + summed.toDays() + " days for "
                        + kind.code() + "; allowed is not less than the " + single.toDays()
                        + " days of bmac.history.raw.");
            }
        }
    }

    /** Until when what is kept at this level is gone, in milliseconds since 1970, at the beginning of a day. */
    long gone(Level level, Kind kind, long now) {
        return switch (level) {
            case RAW -> before(rawOf.getOrDefault(kind, raw), now);
            case MINUTE -> before(minuteOf.getOrDefault(kind, minute), now);
            case QUARTER, HOUR, DAY -> 0;
        };
    }

    private static long before(Duration kept, long now) {
        return Math.max(0, Level.DAY.start(now - kept.toMillis()));
    }

    private static void check(String key, Duration kept) {
        if (kept.compareTo(LEAST) < 0) {
            throw new IllegalArgumentException(key + " is " + kept + "; allowed is 1d or more.");
        }
    }
}
