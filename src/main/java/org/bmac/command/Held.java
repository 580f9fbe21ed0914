package org.bmac.command;

import org.bmac.point.PointId;

/** An override: a value that is held for a point at the priority of an operator or a stronger one. */
public record Held(PointId point, Priority priority, Slot slot) {}
