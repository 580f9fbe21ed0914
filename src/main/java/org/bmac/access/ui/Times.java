package org.bmac.access.ui;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Moments in words, in the time of the server. */
final class Times {
    private static final DateTimeFormatter WORDS =
            DateTimeFormatter.ofPattern("d MMM yyyy, HH:mm", Locale.ENGLISH).withZone(ZoneId.systemDefault());

    private Times() {}

    static String words(@Nullable Instant at) {
        return at == null ? "never" : WORDS.format(at);
    }
}
