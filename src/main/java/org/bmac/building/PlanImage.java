package org.bmac.building;

import org.bmac.point.Bytes;

/** The picture of a floor's plan, such as {@code image/svg+xml} and its bytes. */
public record PlanImage(String mediaType, Bytes content) {}
