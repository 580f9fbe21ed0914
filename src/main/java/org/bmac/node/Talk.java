package org.bmac.node;

import org.bmac.point.Bytes;

/** What a firmware node says of itself. */
final class Talk {
    private static final int LONGEST_LOG = 1024;

    private Talk() {}

    static NodeMessage hello(Bytes payload) {
        return Wire.uid(payload, payload.length()) ? new NodeMessage.Hello(payload.text()) : Wire.noUid();
    }

    static NodeMessage presence(Sign sign, Bytes payload) {
        return Wire.uid(payload, payload.length()) ? new NodeMessage.Presence(payload.text(), sign) : Wire.noUid();
    }

    static NodeMessage distress(Bytes payload) {
        int separator = payload.indexOf(';', 0);
        if (!Wire.uid(payload, separator)) {
            return Wire.noUid();
        }
        return new NodeMessage.Distress(payload.text(0, separator), text(payload, separator + 1));
    }

    /** {@code uid;level - text}; the text may hold the bytes of any message that the node has received. */
    static NodeMessage log(Bytes payload) {
        int separator = payload.indexOf(';', 0);
        if (!Wire.uid(payload, separator)) {
            return Wire.noUid();
        }
        int from = separator + 5;
        LogLevel level = payload.length() < from ? null : LogLevel.of(payload.at(separator + 1) - '0');
        if (level == null || payload.at(separator + 3) != '-') {
            return Wire.unreadable(Fault.BAD_LEVEL, "a line of a log begins with a digit and a dash");
        }
        return new NodeMessage.Logged(payload.text(0, separator), level, text(payload, from));
    }

    /**
     * The mask of the active modules or the version; the payload does not say which. A mask has 0 as its highest byte,
     * which no text contains, and is the text 0 when it is empty.
     */
    static NodeMessage maintenance(Bytes payload) {
        int separator = payload.indexOf(';', 0);
        if (!Wire.uid(payload, separator)) {
            return Wire.noUid();
        }
        String uid = payload.text(0, separator);
        int data = separator + 1;
        int length = payload.length() - data;
        if (length == 4 && payload.at(data + 3) == 0) {
            return new Answered.Modules(uid, Little.i32(payload, data));
        }
        if (length == 1 && payload.at(data) == '0') {
            return new Answered.Modules(uid, 0);
        }
        return length == 0
                ? Wire.unreadable(Fault.WRONG_LENGTH, "an answer has something behind the UID")
                : new Answered.Version(uid, text(payload, data));
    }

    /** {@code place;level;direction;ppm}: one digit, one digit, a number. */
    static NodeMessage co2Event(Bytes payload) {
        int separator = payload.indexOf(';', 0);
        Source.Place place = Wire.place(payload, separator);
        if (place == null) {
            return Wire.noPlace(separator);
        }
        int at = separator + 1;
        if (payload.length() < at + 5 || payload.at(at + 1) != ';' || payload.at(at + 3) != ';') {
            return Wire.unreadable(Fault.WRONG_LENGTH, "a CO₂ event has a level, a direction and a number");
        }
        int level = payload.at(at) - '0';
        int rising = payload.at(at + 2) - '0';
        double ppm = Decimal.read(payload, at + 4);
        if (level < 0 || level > 2 || rising < 0 || rising > 1) {
            return Wire.unreadable(Fault.BAD_LEVEL, "a CO₂ event has level 0 to 2 and direction 0 or 1");
        }
        return ppm >= 0 && ppm <= 0xffff
                ? new NodeMessage.Co2Event(place.location(), level, rising == 1, (int) ppm)
                : Wire.unreadable(Fault.BAD_NUMBER, "a CO₂ event has a number of 0 to 65535 ppm");
    }

    private static String text(Bytes payload, int from) {
        return payload.text(from, Math.min(payload.length(), from + LONGEST_LOG));
    }
}
