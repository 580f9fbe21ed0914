package org.bmac.exchange;

import java.util.Set;
import java.util.function.Predicate;
import org.bmac.building.FloorId;
import org.bmac.building.Point;
import org.bmac.building.ZoneId;
import org.bmac.point.PointId;
import org.jspecify.annotations.Nullable;

/**
 * Which points somebody wants; what is left out asks for all.
 *
 * @param points only these; empty for all
 */
public record Selection(
        Set<PointId> points,
        @Nullable ZoneId zone,
        @Nullable FloorId floor) implements Predicate<Point> {
    /** Everything. */
    public static final Selection ALL = new Selection(Set.of(), null, null);

    public Selection {
        points = Set.copyOf(points);
    }

    @Override
    public boolean test(Point point) {
        return (points.isEmpty() || points.contains(point.id()))
                && (zone == null || zone.equals(point.zone()))
                && (floor == null
                        || (point.placement() != null
                                && floor.equals(point.placement().floor())));
    }
}
