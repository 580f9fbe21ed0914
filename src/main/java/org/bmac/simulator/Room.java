package org.bmac.simulator;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.bmac.building.Spot;
import org.bmac.building.ZoneKind;

/**
 * A room as it was built.
 *
 * @param floor 0 on the ground
 * @param outline its corners on the plan, in plan units
 * @param places how many people have their place of work here
 * @param equipment what runs here all day, in watts
 */
record Room(String name, ZoneKind kind, int floor, List<Corner> outline, int places, double equipment) {
    private static final double HEIGHT = 3.2;

    /** A corner on the plan, in plan units. */
    record Corner(double x, double y) {
        Spot spot() {
            return new Spot(x / Plan.WIDTH, y / Plan.HEIGHT);
        }
    }

    Room {
        outline = List.copyOf(outline);
    }

    /** A room in which nobody works, from the x and y of its corners. */
    static Room of(String name, ZoneKind kind, int floor, double... outline) {
        List<Corner> corners = new ArrayList<>();
        for (int i = 0; i < outline.length; i += 2) {
            corners.add(new Corner(outline[i], outline[i + 1]));
        }
        return new Room(name, kind, floor, corners, 0, 0);
    }

    /** A room with right angles. */
    static Room box(String name, ZoneKind kind, int floor, double left, double top, double right, double bottom) {
        return of(name, kind, floor, left, top, right, top, right, bottom, left, bottom);
    }

    Room with(int newPlaces) {
        return new Room(name, kind, floor, outline, newPlaces, equipment);
    }

    Room heatedBy(double watts) {
        return new Room(name, kind, floor, outline, places, watts);
    }

    /** In m². */
    double area() {
        double twice = 0;
        for (int i = 0; i < outline.size(); i++) {
            Corner a = outline.get(i);
            Corner b = outline.get((i + 1) % outline.size());
            twice += a.x() * b.y() - b.x() * a.y();
        }
        return Math.abs(twice) / 2 / Plan.UNITS_PER_METRE / Plan.UNITS_PER_METRE;
    }

    /** In m³. */
    double volume() {
        return area() * HEIGHT;
    }

    /** The lengths of its outer walls, in metres. */
    Map<Side, Double> facades() {
        return box().facades();
    }

    Box box() {
        return Box.around(outline);
    }
}
