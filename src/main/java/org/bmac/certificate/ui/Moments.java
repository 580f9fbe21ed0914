package org.bmac.certificate.ui;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Days in the words of this screen. */
final class Moments {
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("d MMM yyyy", Locale.ENGLISH).withZone(ZoneId.systemDefault());

    private Moments() {}

    static String day(Instant at) {
        return DAY.format(at);
    }

    /** How long until then, in whole days. */
    static String left(Instant until, Instant now) {
        long days = Duration.between(now, until).toDays();
        if (!until.isAfter(now)) {
            return "ended";
        }
        return days == 1 ? "1 day left" : String.format(Locale.ENGLISH, "%,d days left", days);
    }
}
