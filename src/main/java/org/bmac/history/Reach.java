package org.bmac.history;

import java.util.ArrayList;
import java.util.List;
import org.bmac.building.Point;

/**
 * A stretch of time, in milliseconds since 1970, and the finest level at which a point's history is kept there. What is kept
 * more finely begins where a coarser summary does, so that none is counted twice.
 */
record Reach(Level finest, long from, long to) {

    /** The reaches of a window in order; none where nothing is kept. */
    static List<Reach> of(Point point, long from, long to, long now, Rows rows, HistorySettings settings) {
        List<Reach> found = new ArrayList<>();
        long end = to;
        for (Level level : Level.values()) {
            long oldest = rows.oldest(level, point.id()).orElse(Key.END);
            long kept = Math.max(
                    settings.gone(level, point.kind(), now), level.coarser().start(oldest));
            long since = Math.clamp(level == Level.DAY ? from : kept, from, end);
            if (since < end && oldest < end) {
                found.addFirst(new Reach(level, since, end));
            }
            end = since;
            if (end == from) {
                break;
            }
        }
        return found;
    }
}
