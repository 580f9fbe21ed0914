package org.bmac.point;

import java.time.Instant;
import java.util.Set;

/** The node of these points is back; their last values count again by their own age. Published as an application event. */
public record PointsFound(Set<PointId> points, Instant at) {
    public PointsFound {
        points = Set.copyOf(points);
    }
}
