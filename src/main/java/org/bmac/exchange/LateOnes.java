package org.bmac.exchange;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bmac.point.PointId;
import org.bmac.point.Reading;

/**
 * Which points have said something since somebody looked, and what of it came after something later: that lies behind what
 * has been read. Holds no readings. Safe on every thread.
 */
final class LateOnes {
    /** A reading may be laid some milliseconds later than it says, where others have its own. */
    private static final long SHIFTED = 1_000;

    private final long begun;
    private final Map<PointId, Long> heard = new HashMap<>();
    private final Map<PointId, Stretch> late = new HashMap<>();
    private Set<PointId> said = new HashSet<>();

    /** From a moment up to another, which is not part of it; in milliseconds since 1970. */
    record Stretch(PointId point, long from, long to) {
        Stretch with(Stretch other) {
            return new Stretch(point, Math.min(from, other.from), Math.max(to, other.to));
        }
    }

    /**
     * Which points have spoken, and what came late.
     *
     * @param seen when somebody looked, by {@link System#nanoTime}
     */
    record News(Set<PointId> said, List<Stretch> late, long seen) {}

    /** @param begun what is of before counts as late */
    LateOnes(long begun) {
        this.begun = begun;
    }

    /** Whether it is the first since somebody looked. */
    synchronized boolean note(Reading reading) {
        PointId point = reading.point();
        long at = reading.at().toEpochMilli();
        long before = heard.getOrDefault(point, begun);
        if (at < before) {
            late.merge(point, new Stretch(point, at, at + SHIFTED), Stretch::with);
        } else {
            heard.put(point, at);
        }
        boolean first = said.isEmpty();
        said.add(point);
        return first;
    }

    /** What there is since somebody looked, each once. */
    synchronized News take() {
        News news = new News(said, new ArrayList<>(late.values()), System.nanoTime());
        said = new HashSet<>();
        late.clear();
        return news;
    }
}
