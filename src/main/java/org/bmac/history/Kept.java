package org.bmac.history;

import java.time.Instant;

/**
 * Since when there is something of a point.
 *
 * @param summaries the beginning of the first of its days, or its first reading where that is earlier
 * @param readings the first single reading that is still kept; {@link History#END} when none is
 */
public record Kept(Instant summaries, Instant readings) {}
