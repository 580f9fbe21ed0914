package org.bmac.firmware.ui;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.bmac.building.Dialect;

/** What this screen says, in English. */
final class Words {
    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("d MMM yyyy, HH:mm", Locale.ENGLISH).withZone(ZoneId.systemDefault());

    private Words() {}

    static String moment(Instant at) {
        return MOMENT.format(at);
    }

    static String dialect(Dialect dialect) {
        return switch (dialect) {
            case FIRMWARE -> "BMaC firmware";
            case BMAC5 -> "BMaC 5";
            case DISCOVERED -> "MQTT discovery";
        };
    }

    static String count(long number, String of) {
        return String.format(Locale.ENGLISH, "%,d %s%s", number, of, number == 1 ? "" : "s");
    }

    static String size(int bytes) {
        return String.format(Locale.ENGLISH, "%,d kB", Math.ceilDiv(bytes, 1000));
    }
}
