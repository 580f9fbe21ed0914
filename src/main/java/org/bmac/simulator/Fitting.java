package org.bmac.simulator;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.bmac.building.Dialect;
import org.bmac.building.Spot;
import org.bmac.node.Module;

/**
 * A node as it was fitted in the demonstration building.
 *
 * @param location its name on the wire; for BMaC 5, which has none there, its name for people
 * @param at the middle of its points, in plan units
 * @param columns in how many columns its points are drawn
 * @param modules of the firmware; empty for BMaC 5
 */
record Fitting(
        Dialect dialect,
        String location,
        String room,
        Room.Corner at,
        int columns,
        Set<Module> modules,
        List<Part> parts) {
    /** Between the middles of two points, so that their markers do not touch. */
    static final double ACROSS = 104;

    static final double DOWN = 44;

    static Fitting firmware(String location, String room, double x, double y, int columns, Equipment... fitted) {
        Set<Module> modules = EnumSet.noneOf(Module.class);
        Stream.of(fitted).forEach(one -> modules.addAll(one.modules()));
        List<Part> parts =
                Stream.of(fitted).flatMap(one -> one.parts().stream()).toList();
        return new Fitting(Dialect.FIRMWARE, location, room, new Room.Corner(x, y), columns, modules, parts);
    }

    static Fitting bmac5(String location, String room, double x, double y, int columns, Board... boards) {
        List<Part> parts = new ArrayList<>();
        for (Board board : boards) {
            for (Part part : board.parts()) {
                parts.add(new Part(part.kind(), parts.size(), part.name(), part.role()));
            }
        }
        return new Fitting(Dialect.BMAC5, location, room, new Room.Corner(x, y), columns, Set.of(), parts);
    }

    Spot spot() {
        return at.spot();
    }

    /** Where the points are drawn, in their order: row by row around the node's own spot. */
    List<Spot> spots() {
        int rows = (parts.size() + columns - 1) / columns;
        return IntStream.range(0, parts.size())
                .mapToObj(i -> beside(i % columns - (columns - 1) / 2.0, Math.floorDiv(i, columns) - (rows - 1) / 2.0))
                .toList();
    }

    private Spot beside(double columnsAway, double rowsAway) {
        return new Room.Corner(at.x() + ACROSS * columnsAway, at.y() + DOWN * rowsAway).spot();
    }
}
