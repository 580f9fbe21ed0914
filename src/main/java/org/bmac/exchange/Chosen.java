package org.bmac.exchange;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.bmac.building.Building;
import org.bmac.building.Point;
import org.bmac.point.PointId;
import org.jspecify.annotations.Nullable;

/**
 * What was said by hand about the sources of a file.
 *
 * @param points whose some of them are, whatever they say themselves
 * @param out those that are left out
 */
public record Chosen(Map<Source, PointId> points, Set<Source> out) {
    /** Every source counts as what it says. */
    public static final Chosen NOTHING = new Chosen(Map.of(), Set.of());

    public Chosen {
        points = Map.copyOf(points);
        out = Set.copyOf(out);
    }

    /** The same, but this source is that point, or left out where that is null. */
    public Chosen with(Source source, @Nullable PointId point) {
        Map<Source, PointId> is = new HashMap<>(points);
        Set<Source> not = new HashSet<>(out);
        if (point == null) {
            is.remove(source);
            not.add(source);
        } else {
            is.put(source, point);
            not.remove(source);
        }
        return new Chosen(is, not);
    }

    /** Which point a source is; null for none. */
    @Nullable
    PointId of(Source source, Building building) {
        PointId chosen = points.get(source);
        return chosen != null || out.contains(source)
                ? chosen
                : source.in(building).map(Point::id).orElse(null);
    }
}
