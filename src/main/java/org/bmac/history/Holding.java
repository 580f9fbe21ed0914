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

    /** So many of the last ones show how often it speaks. */
    static final int FEW = 21;

    private static final int INTERVALS = 3;
    private static final int ENOUGH = 3;

    private Holding() {}

    /** As configured, else as usual for its kind. */
    static long of(Point point) {
        Duration configured = point.interval();
        return of((configured == null ? point.kind().interval() : configured).toMillis());
    }

    /** Whether it has to be learnt from what it says, because nothing is configured. */
    static boolean learns(Point point) {
        return point.interval() == null && of(point) < ENDLESS;
    }

    /** The same; where it is learnt not less than what the moments of the last readings, newest first, show. */
    static long of(Point point, long[] last) {
        long[] gaps = new long[Math.max(0, last.length - 1)];
        for (int i = 0; i < gaps.length; i++) {
            gaps[i] = last[i] - last[i + 1];
        }
        return learnt(point, gaps);
    }

    /** The same from the readings themselves. */
    static long of(Point point, List<Part> last) {
        return of(point, last.stream().mapToLong(Part::last).toArray());
    }

    /** The same where single readings are gone: by the last summaries, newest first. */
    static long ofSummaries(Point point, List<Part> last) {
        long[] gaps = new long[Math.max(0, last.size() - 1)];
        for (int i = 0; i < gaps.length; i++) {
            Part part = last.get(i);
            gaps[i] = part.count() > 1
                    ? (part.last() - part.first()) / (part.count() - 1)
                    : part.first() - last.get(i + 1).last();
        }
        return learnt(point, gaps);
    }

    private static long learnt(Point point, long[] gaps) {
        if (!learns(point) || gaps.length < ENOUGH) {
            return of(point);
        }
        Arrays.sort(gaps);
        return Math.max(of(point), of(gaps[gaps.length / 2]));
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
