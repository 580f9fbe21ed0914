package org.bmac.node.ui;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Moments, spans and counts in words, in the time of the server. */
final class Moments {
    private static final DateTimeFormatter EXACT =
            DateTimeFormatter.ofPattern("d MMM yyyy, HH:mm:ss", Locale.ENGLISH).withZone(ZoneId.systemDefault());

    private Moments() {}

    static String exact(@Nullable Instant at) {
        return at == null ? "never" : EXACT.format(at);
    }

    /** Such as "just now", "5 min ago", "2 d ago"; "never" where null. */
    static String ago(@Nullable Instant at, Instant now) {
        return at == null ? "never" : ago(Duration.between(at, now));
    }

    private static String ago(Duration since) {
        return since.toMinutes() < 1 ? "just now" : span(since) + " ago";
    }

    /** In its largest unit. */
    static String span(Duration time) {
        if (time.toMinutes() < 1) {
            return time.toSeconds() + " s";
        }
        if (time.toHours() < 1) {
            return time.toMinutes() + " min";
        }
        return time.toDays() < 1 ? time.toHours() + " h" : time.toDays() + " d";
    }

    /** Such as "1 node" and "1,200 nodes". */
    static String count(long number, String of) {
        return String.format(Locale.ENGLISH, "%,d %s%s", number, of, number == 1 ? "" : "s");
    }
}
