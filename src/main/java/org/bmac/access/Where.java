package org.bmac.access;

import org.bmac.building.Building;
import org.bmac.building.Floor;
import org.bmac.building.FloorId;
import org.bmac.building.Zone;
import org.bmac.building.ZoneId;

/** How far a grant goes. */
public sealed interface Where {
    /** The whole building, with what has no place yet. */
    record Everywhere() implements Where {}

    /** One floor with all that hangs there. */
    record OnFloor(FloorId floor) implements Where {}

    /** One zone with all that hangs there. */
    record InZone(ZoneId zone) implements Where {}

    /** For people, such as "everywhere", "Ground floor" or "Ground floor, 0.01 Foyer". */
    default String words(Building building) {
        return switch (this) {
            case Everywhere _ -> "everywhere";
            case OnFloor(FloorId floor) ->
                building.floor(floor).map(Floor::name).orElse("a floor that is gone");
            case InZone(ZoneId zone) ->
                building.zone(zone).map(found -> words(found, building)).orElse("a zone that is gone");
        };
    }

    private static String words(Zone zone, Building building) {
        return building.floor(zone.floor()).map(floor -> floor.name() + ", ").orElse("") + zone.name();
    }
}
