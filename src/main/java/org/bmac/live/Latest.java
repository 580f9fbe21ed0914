package org.bmac.live;

import java.time.Instant;
import org.bmac.point.PointId;
import org.bmac.point.Quality;
import org.bmac.point.Value;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a point at one moment.
 *
 * @param value the last value that came; null when never seen
 * @param quality as of the moment of asking: staleness, a lost node and a lost broker are in it
 * @param at when that value was measured; null when never seen
 * @param reason why the quality is not good, for people; empty when it is good
 */
public record Latest(
        PointId point,
        @Nullable Value value,
        Quality quality,
        @Nullable Instant at,
        String reason) {}
