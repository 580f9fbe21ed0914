package org.bmac.history;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.bmac.building.Point;
import org.bmac.point.Kind;

/** For how long a number holds when no other comes: three times the point's interval. In milliseconds. */
final class Holding {
    /** Of what speaks on change only; as long as there are moments. */
    static final long ENDLESS = Key.END;

    private static final int INTERVALS = 3;
    private static final int ENOUGH = 3;

    private Holding() {}

    /** As configured, else as usual for its kind. */
    static long of(Point point) {
        Duration configured = point.interval();
        return of((configured == null ? point.kind().interval() : configured).toMillis());
    }

    /** The same; where nothing is configured not less than what the last readings, newest first, show. */
    static long of(Point point, List<Part> last) {
        long usual = of(point);
        if (point.interval() != null || usual == ENDLESS || last.size() <= ENOUGH) {
            return usual;
        }
        long[] gaps = new long[last.size() - 1];
        for (int i = 0; i < gaps.length; i++) {
            gaps[i] = last.get(i).last() - last.get(i + 1).last();
        }
        Arrays.sort(gaps);
        return Math.max(usual, of(gaps[gaps.length / 2]));
    }

    /** Whether what happens between two readings is known: it stays as it is. */
    static boolean steps(Kind kind) {
        return switch (kind) {
            case RELAY, FAN, VALVE, CHANGEOVER, MOTION -> true;
            case TEMPERATURE,
                    HUMIDITY,
                    PRESSURE,
                    CO2,
                    ESPRESSO,
                    DOUBLE_ESPRESSO,
                    COFFEE,
                    DOUBLE_COFFEE,
                    MOISTURE,
                    WEIGHT -> false;
        };
    }

    private static long of(long interval) {
        return interval == 0 ? ENDLESS : INTERVALS * interval;
    }
}
