package org.bmac.history;

import java.util.List;
import org.bmac.building.Point;

/** For how long the numbers of a point hold, learnt while it speaks where nothing is configured. For the writer's thread. */
final class Pulse {
    /** It does not change from one reading to the next. */
    private static final int SOME = 10;

    private static final long[] NOTHING = {};

    /** The newest first. */
    private long[] moments;

    private long hold;
    private int since = SOME;

    private Pulse(long[] moments) {
        this.moments = moments;
    }

    static Pulse of(Point point, Rows rows) {
        return new Pulse(Holding.learns(point) ? last(point, rows) : NOTHING);
    }

    private static long[] last(Point point, Rows rows) {
        long heard = rows.recalled(point.id()).until();
        List<Part> last = rows.recent(point.id(), heard, Key.END - 1, Holding.FEW);
        return last.stream().mapToLong(Part::last).toArray();
    }

    /** In milliseconds. */
    long hold(Point point) {
        if (!Holding.learns(point)) {
            return Holding.of(point);
        }
        if (since >= SOME || moments.length < Holding.FEW) {
            hold = Holding.of(point, moments);
            since = 0;
        }
        return hold;
    }

    /** It has said something that counts, later than all before. */
    void beats(Point point, long moment) {
        if (Holding.learns(point)) {
            long[] next = new long[Math.min(Holding.FEW, moments.length + 1)];
            next[0] = moment;
            System.arraycopy(moments, 0, next, 1, next.length - 1);
            moments = next;
            since++;
        }
    }
}
