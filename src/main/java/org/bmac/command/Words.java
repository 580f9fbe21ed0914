package org.bmac.command;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

/** Times and numbers in words. */
final class Words {
    private Words() {}

    static String time(Instant from, Instant until) {
        return time(Duration.between(from, until));
    }

    /** Such as "90 s", "5 min", "2 h"; rounded up. */
    static String time(Duration time) {
        long seconds = time.plusMillis(999).toSeconds();
        if (seconds < 120) {
            return seconds + " s";
        }
        long minutes = (seconds + 59) / 60;
        return minutes < 120 ? minutes + " min" : (minutes + 59) / 60 + " h";
    }

    /** The same, but exact: "90 s" stays so, "150 s" too. */
    static String exactly(Duration time) {
        long seconds = time.toSeconds();
        if (seconds % 3_600 == 0 && seconds > 0) {
            return seconds / 3_600 + " h";
        }
        return seconds % 60 == 0 && seconds > 0 ? seconds / 60 + " min" : seconds + " s";
    }

    static String number(double number) {
        return number == Math.rint(number) ? Long.toString((long) number) : String.format(Locale.ROOT, "%.2f", number);
    }

    static String start(String text, int most) {
        return text.length() <= most ? text : text.substring(0, most);
    }
}
