package org.bmac.history;

import java.time.Instant;
import org.bmac.point.Quality;

/**
 * A reading as it is kept.
 *
 * @param number as {@link org.bmac.point.Value#asNumber()} gave it; NaN when it could not be read
 * @param quality good, uncertain or bad
 */
public record Sample(Instant at, double number, Quality quality) {}
