package org.bmac.simulator;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** The rectangle around a room, in plan units; what the walls between rooms are found by. */
record Box(double left, double top, double right, double bottom) {
    /** The thickest wall between two rooms. */
    private static final double WALL = 10;

    static Box around(List<Room.Corner> outline) {
        return new Box(
                outline.stream().mapToDouble(Room.Corner::x).min().orElseThrow(),
                outline.stream().mapToDouble(Room.Corner::y).min().orElseThrow(),
                outline.stream().mapToDouble(Room.Corner::x).max().orElseThrow(),
                outline.stream().mapToDouble(Room.Corner::y).max().orElseThrow());
    }

    /** The lengths of those sides that are outer walls, in metres. */
    Map<Side, Double> facades() {
        Map<Side, Double> found = new EnumMap<>(Side.class);
        if (top <= Plan.TOP) {
            found.put(Side.NORTH, (right - left) / Plan.UNITS_PER_METRE);
        }
        if (bottom >= Plan.BOTTOM) {
            found.put(Side.SOUTH, (right - left) / Plan.UNITS_PER_METRE);
        }
        if (left <= Plan.LEFT) {
            found.put(Side.WEST, (bottom - top) / Plan.UNITS_PER_METRE);
        }
        if (right >= Plan.RIGHT) {
            found.put(Side.EAST, (bottom - top) / Plan.UNITS_PER_METRE);
        }
        return found;
    }

    /** The length of the wall that two rooms of one floor share, in metres; 0 when they share none. */
    double wallWith(Box other) {
        double across = overlap(left, right, other.left, other.right);
        double along = overlap(top, bottom, other.top, other.bottom);
        boolean beside = across <= 0 && across >= -WALL && along > 0;
        boolean below = along <= 0 && along >= -WALL && across > 0;
        return (beside ? along : below ? across : 0) / Plan.UNITS_PER_METRE;
    }

    /** The area in m² on which two rooms of neighbouring floors lie over each other. */
    double over(Box other) {
        double across = overlap(left, right, other.left, other.right);
        double along = overlap(top, bottom, other.top, other.bottom);
        return Math.max(0, across) * Math.max(0, along) / Plan.UNITS_PER_METRE / Plan.UNITS_PER_METRE;
    }

    private static double overlap(double from, double to, double otherFrom, double otherTo) {
        return Math.min(to, otherTo) - Math.max(from, otherFrom);
    }
}
