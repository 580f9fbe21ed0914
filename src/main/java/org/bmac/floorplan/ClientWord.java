package org.bmac.floorplan;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bmac.point.PointId;

/** What a browser may say: {@code {"drawn":seq}} or {@code {"recent":id}}. Anything else is nothing. */
sealed interface ClientWord {
    /** The frame with this number is painted. */
    record Drawn(long sequence) implements ClientWord {}

    /** The last hour of this point is wanted. */
    record Wanted(PointId point) implements ClientWord {}

    /** Not one of ours. */
    record Nothing() implements ClientWord {}

    Pattern SHAPE = Pattern.compile("\\s*\\{\\s*\"(drawn|recent)\"\\s*:\\s*(\\d{1,15})\\s*}\\s*");

    /** Reads it; never throws. */
    static ClientWord of(String text) {
        Matcher matcher = SHAPE.matcher(text);
        if (!matcher.matches()) {
            return new Nothing();
        }
        long number = Long.parseLong(matcher.group(2));
        if (matcher.group(1).equals("drawn")) {
            return new Drawn(number);
        }
        return number >= 1 && number <= PointId.MOST ? new Wanted(new PointId((int) number)) : new Nothing();
    }
}
