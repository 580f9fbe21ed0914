package org.bmac.command;

import java.time.Duration;
import java.util.Map;
import org.bmac.point.PointId;
import org.bmac.point.Value;

/**
 * Values for several outputs that are set together.
 *
 * @param lasting how long they are held
 */
public record Scene(int id, String name, Map<PointId, Value> values, Duration lasting) {
    /** The longest name in characters. */
    public static final int LONGEST_NAME = 100;

    public Scene {
        values = Map.copyOf(values);
        if (name.isBlank() || name.length() > LONGEST_NAME) {
            throw new IllegalArgumentException("A scene's name has 1 to " + LONGEST_NAME + " characters.");
        }
        if (values.isEmpty()) {
            throw new IllegalArgumentException("A scene sets at least one output.");
        }
        if (!lasting.isPositive() || lasting.compareTo(Wish.LONGEST) > 0) {
            throw new IllegalArgumentException("A scene is held for 24 h at most.");
        }
    }
}
