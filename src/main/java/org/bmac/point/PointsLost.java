package org.bmac.point;

import java.time.Instant;
import java.util.Set;

/**
 * The node of these points is known to be gone (its last will, or its own word). They are offline until the next reading
 * or until {@link PointsFound}. Published as an application event.
 *
 * @param reason for people, such as "connection lost"
 */
public record PointsLost(Set<PointId> points, String reason, Instant at) {
    public PointsLost {
        points = Set.copyOf(points);
    }
}
