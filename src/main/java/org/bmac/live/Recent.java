package org.bmac.live;

import java.time.Instant;

/** One sample of a point's recent past, for a small line. */
public record Recent(Instant at, double number) {}
