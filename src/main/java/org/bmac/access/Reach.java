package org.bmac.access;

import java.util.Collection;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.bmac.building.Building;
import org.bmac.building.Floor;
import org.bmac.building.FloorId;
import org.bmac.building.Node;
import org.bmac.building.Placement;
import org.bmac.building.Point;
import org.bmac.building.Zone;
import org.bmac.building.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * How far somebody has a right: everywhere, or on these floors and in these zones. What has no place yet is only within
 * what goes everywhere.
 */
public record Reach(boolean everywhere, Set<FloorId> floors, Set<ZoneId> zones) {
    /** The whole building. */
    public static final Reach EVERYWHERE = new Reach(true, Set.of(), Set.of());

    /** No place at all. */
    public static final Reach NOWHERE = new Reach(false, Set.of(), Set.of());

    public Reach {
        floors = Set.copyOf(floors);
        zones = Set.copyOf(zones);
    }

    static Reach of(Collection<Where> places) {
        Set<FloorId> floors = new HashSet<>();
        Set<ZoneId> zones = new HashSet<>();
        for (Where place : places) {
            switch (place) {
                case Where.Everywhere _ -> {
                    return EVERYWHERE;
                }
                case Where.OnFloor(FloorId floor) -> floors.add(floor);
                case Where.InZone(ZoneId zone) -> zones.add(zone);
            }
        }
        return new Reach(false, floors, zones);
    }

    /** Whether the point is within. */
    public boolean holds(Point point) {
        return everywhere || placeOf(point).isPresent();
    }

    /** Whether the whole zone is within. */
    public boolean holds(Zone zone) {
        return everywhere || floors.contains(zone.floor()) || zones.contains(zone.id());
    }

    /** Whether the whole floor is within. */
    public boolean holds(Floor floor) {
        return everywhere || floors.contains(floor.id());
    }

    /** Whether what hangs there is within; what has no place is not, unless everything is. */
    public boolean holds(@Nullable Placement placement, Building building) {
        return everywhere
                || (placement != null
                        && (floors.contains(placement.floor())
                                || zones.stream()
                                        .flatMap(zone -> building.zone(zone).stream())
                                        .anyMatch(zone -> zone.floor().equals(placement.floor())
                                                && zone.contains(placement.spot()))));
    }

    /** Whether the floor or a zone on it is within. */
    public boolean touches(Floor floor, Building building) {
        return holds(floor)
                || zones.stream().flatMap(zone -> building.zone(zone).stream()).anyMatch(zone -> zone.floor()
                        .equals(floor.id()));
    }

    /** Whether the node or one of its points is within. */
    public boolean touches(Node node, Building building) {
        return holds(node.placement(), building)
                || building.pointsOf(node.id()).stream().anyMatch(this::holds);
    }

    /** By which place a point is within, when not everything is. */
    Optional<Where> placeOf(Point point) {
        if (point.zone() != null && zones.contains(point.zone())) {
            return Optional.of(new Where.InZone(point.zone()));
        }
        return Optional.ofNullable(point.placement())
                .map(Placement::floor)
                .filter(floors::contains)
                .map(Where.OnFloor::new);
    }
}
