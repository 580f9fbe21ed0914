package org.bmac.command;

import org.bmac.point.PointId;

/** Something else is held for an output now. Published as {@link CommandChanged} is. */
public record StackChanged(PointId point, Stack stack) {}
