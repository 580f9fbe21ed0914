package org.bmac.audit.ui;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Moments and counts in words; in the time of the server. */
final class Texts {
    static final ZoneId ZONE = ZoneId.systemDefault();
    private static final DateTimeFormatter SECOND = format("d MMM yyyy, HH:mm:ss");
    private static final DateTimeFormatter EXACT = format("d MMM yyyy, HH:mm:ss.SSS 'UTC'xxx");
    private static final DateTimeFormatter DAY = format("yyyy-MM-dd");

    private Texts() {}

    private static DateTimeFormatter format(String pattern) {
        return DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH).withZone(ZONE);
    }

    static String second(Instant at) {
        return SECOND.format(at);
    }

    static String exact(Instant at) {
        return EXACT.format(at);
    }

    static String day(Instant at) {
        return DAY.format(at);
    }

    /** Such as "1 row" and "1,200 rows". */
    static String count(long number, String of) {
        return String.format(Locale.ENGLISH, "%,d %s%s", number, of, number == 1 ? "" : "s");
    }

    /** With a capital letter. */
    static String start(String word) {
        return word.isEmpty() ? word : word.substring(0, 1).toUpperCase(Locale.ENGLISH) + word.substring(1);
    }
}
