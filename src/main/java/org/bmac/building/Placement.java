package org.bmac.building;

/** Where something hangs: a spot on a floor's plan. */
public record Placement(FloorId floor, Spot spot) {}
