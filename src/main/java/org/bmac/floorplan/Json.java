package org.bmac.floorplan;

import org.bmac.broker.Link;
import org.bmac.history.Keeping;
import org.bmac.live.Latest;
import org.bmac.live.Recent;
import org.bmac.point.Quality;
import org.bmac.point.Value;
import org.jspecify.annotations.Nullable;

/** The pieces of the stream's messages, in JSON, of ASCII characters only. */
final class Json {
    private Json() {}

    /** A point as {@code [id,value,quality,at]}, with the reason as a fifth where there is one. */
    static String point(Latest latest) {
        StringBuilder json = new StringBuilder(48);
        json.append('[').append(latest.point().number()).append(',');
        number(json, latest.value());
        json.append(',').append(code(latest.quality())).append(',');
        if (latest.at() == null) {
            json.append("null");
        } else {
            json.append(latest.at().toEpochMilli());
        }
        if (!latest.reason().isEmpty()) {
            text(json.append(','), latest.reason());
        }
        return json.append(']').toString();
    }

    /** The state of the link as an object. */
    static void link(StringBuilder json, Link link) {
        json.append("{\"up\":").append(link.up()).append(",\"words\":");
        text(json, link.reason());
        json.append(",\"since\":").append(link.since().toEpochMilli()).append('}');
    }

    /** How readings are kept, as an object. */
    static void keeping(StringBuilder json, Keeping keeping) {
        json.append("{\"up\":").append(keeping.up()).append(",\"words\":");
        text(json, keeping.reason());
        json.append(",\"since\":").append(keeping.since().toEpochMilli());
        json.append(",\"waiting\":").append(keeping.waiting()).append('}');
    }

    /** A sample as {@code [at,value]}. */
    static void sample(StringBuilder json, Recent recent) {
        json.append('[').append(recent.at().toEpochMilli()).append(',');
        number(json, recent.number());
        json.append(']');
    }

    static void number(StringBuilder json, @Nullable Value value) {
        number(json, value == null ? Double.NaN : value.asNumber());
    }

    /** null for what is not finite. */
    static void number(StringBuilder json, double number) {
        if (!Double.isFinite(number)) {
            json.append("null");
        } else if (number == Math.rint(number) && Math.abs(number) < 1e15) {
            json.append((long) number);
        } else {
            json.append(number);
        }
    }

    static void text(StringBuilder json, String text) {
        json.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\') {
                json.append('\\').append(c);
            } else if (c >= ' ' && c <= '~' && c != '<') {
                json.append(c);
            } else {
                json.append(String.format("\\u%04x", (int) c));
            }
        }
        json.append('"');
    }

    private static int code(Quality quality) {
        return switch (quality) {
            case GOOD -> 0;
            case UNCERTAIN -> 1;
            case STALE -> 2;
            case OFFLINE -> 3;
            case BAD -> 4;
            case NEVER_SEEN -> 5;
        };
    }
}
