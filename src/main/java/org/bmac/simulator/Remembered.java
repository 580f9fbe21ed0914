package org.bmac.simulator;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.bmac.point.Kind;
import org.bmac.point.PointId;
import org.bmac.point.Quality;
import org.bmac.point.Reading;
import org.bmac.point.Value;

/** What one point would have said at each moment of the past; small, as there are many. */
final class Remembered {
    private final Kind kind;
    private final float[] numbers;

    Remembered(Kind kind, int moments) {
        this.kind = kind;
        this.numbers = new float[moments];
    }

    void set(int index, double number) {
        numbers[index] = (float) number;
    }

    /** All that it would have said; of what speaks on change only the changes. */
    List<Reading> readings(PointId point, List<Instant> moments) {
        boolean onChange = kind.interval().isZero();
        List<Reading> readings = new ArrayList<>();
        for (int i = 0; i < numbers.length; i++) {
            boolean news = i == 0 || numbers[i] != numbers[i - 1];
            if (!Float.isNaN(numbers[i]) && (news || !onChange)) {
                readings.add(new Reading(point, Value.of(kind, rounded(numbers[i])), Quality.GOOD, moments.get(i)));
            }
        }
        return readings;
    }

    /** As a sensor says it. */
    private double rounded(float number) {
        return switch (kind) {
            case TEMPERATURE, HUMIDITY, PRESSURE -> Math.round(number * 100.0) / 100.0;
            default -> Math.rint(number);
        };
    }
}
