package org.bmac.command;

import java.util.List;
import org.bmac.building.Building;
import org.bmac.building.FloorId;
import org.bmac.building.Point;
import org.bmac.building.ZoneId;
import org.bmac.point.Kind;
import org.jspecify.annotations.Nullable;

/** The outputs of one kind in a zone, on a floor, or in the whole building where both are null. */
public record Selection(
        Kind kind, @Nullable FloorId floor, @Nullable ZoneId zone) {

    /** Those that can be commanded, by number. */
    public List<Point> in(Building building) {
        return building.points().stream().filter(this::holds).toList();
    }

    private boolean holds(Point point) {
        boolean there = zone == null || zone.equals(point.zone());
        boolean level = floor == null
                || (point.placement() != null && floor.equals(point.placement().floor()));
        return point.commandable() && point.kind() == kind && there && level;
    }
}
