package org.bmac.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.bmac.building.Dialect;
import org.bmac.building.FloorId;
import org.bmac.building.Spot;
import org.bmac.building.Zone;
import org.bmac.building.ZoneId;
import org.bmac.node.Module;
import org.junit.jupiter.api.Test;

class StadthausTests {
    /** Of a marker, in plan units. */
    private static final double ACROSS = 92;

    private static final double DOWN = 38;

    @Test
    void itIsAsLargeAsPromised() {
        List<Fitting> fittings =
                Stadthaus.nodes().stream().map(Stadthaus.Numbered::fitting).toList();
        long firmware = fittings.stream()
                .filter(one -> one.dialect() == Dialect.FIRMWARE)
                .count();
        int points = fittings.stream().mapToInt(one -> one.parts().size()).sum();
        assertThat(Stadthaus.storeys()).hasSize(3);
        assertThat(Stadthaus.layout().rooms()).hasSize(24);
        assertThat(fittings).hasSizeGreaterThanOrEqualTo(40);
        assertThat(firmware / (double) fittings.size()).isBetween(0.55, 0.65);
        assertThat(points).isBetween(145, 170);
    }

    @Test
    void uidsAndLocationsAreUnique() {
        List<Stadthaus.Numbered> all = new ArrayList<>(Stadthaus.nodes());
        all.addAll(Stadthaus.unplaced());
        Set<String> uids = new HashSet<>();
        Set<String> locations = new HashSet<>();
        for (Stadthaus.Numbered node : all) {
            assertThat(node.uid()).matches("[0-9a-f]{12}");
            assertThat(uids.add(node.uid())).as(node.uid()).isTrue();
            assertThat(locations.add(node.fitting().location()))
                    .as(node.fitting().location())
                    .isTrue();
        }
    }

    @Test
    void everySpotLiesInItsRoomAwayFromTheWalls() {
        for (Storey storey : Stadthaus.storeys()) {
            for (Fitting fitting : storey.fittings()) {
                Zone zone = zone(storey, fitting.room());
                for (Spot spot : fitting.spots()) {
                    assertThat(zone.contains(spot))
                            .as(fitting.location() + spot)
                            .isTrue();
                    assertThat(markerFits(zone, spot))
                            .as(fitting.location() + spot)
                            .isTrue();
                }
                assertThat(zone.contains(fitting.spot())).isTrue();
            }
        }
    }

    @Test
    void noTwoMarkersTouch() {
        for (Storey storey : Stadthaus.storeys()) {
            List<Spot> spots = storey.fittings().stream()
                    .flatMap(one -> one.spots().stream())
                    .toList();
            for (int i = 0; i < spots.size(); i++) {
                for (int j = i + 1; j < spots.size(); j++) {
                    assertThat(apart(spots.get(i), spots.get(j)))
                            .as(storey.name() + " " + spots.get(i) + " " + spots.get(j))
                            .isTrue();
                }
            }
        }
    }

    @Test
    void noNodeHasModulesThatNeedTheSamePins() {
        for (Stadthaus.Numbered node : Stadthaus.nodes()) {
            assertThat(Module.conflicts(node.fitting().modules()))
                    .as(node.fitting().location())
                    .isEmpty();
        }
    }

    @Test
    void channelsOfOneKindOnANodeAreDifferent() {
        for (Stadthaus.Numbered node : Stadthaus.nodes()) {
            Set<String> seen = new HashSet<>();
            node.fitting().parts().forEach(part -> assertThat(seen.add(part.kind() + " " + part.channel()))
                    .isTrue());
        }
    }

    @Test
    void roomsDoNotOverlap() {
        for (Storey storey : Stadthaus.storeys()) {
            for (Room one : storey.rooms()) {
                long holders = storey.rooms().stream()
                        .filter(other -> zone(storey, other.name()).contains(middle(one)))
                        .count();
                assertThat(holders).as(one.name()).isEqualTo(1);
                assertThat(one.area()).isBetween(30.0, 200.0);
            }
        }
    }

    private static Spot middle(Room room) {
        Box box = room.box();
        return new Room.Corner((box.left() + box.right()) / 2, (box.top() + box.bottom()) / 2).spot();
    }

    private static boolean apart(Spot one, Spot other) {
        return Math.abs(one.x() - other.x()) * Plan.WIDTH >= ACROSS
                || Math.abs(one.y() - other.y()) * Plan.HEIGHT >= DOWN;
    }

    private static boolean markerFits(Zone zone, Spot spot) {
        double x = ACROSS / 2 / Plan.WIDTH;
        double y = DOWN / 2 / Plan.HEIGHT;
        return zone.contains(new Spot(spot.x() - x, spot.y() - y))
                && zone.contains(new Spot(spot.x() + x, spot.y() - y))
                && zone.contains(new Spot(spot.x() - x, spot.y() + y))
                && zone.contains(new Spot(spot.x() + x, spot.y() + y));
    }

    private static Zone zone(Storey storey, String name) {
        Room room = storey.rooms().stream()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow();
        return new Zone(
                new ZoneId(1),
                new FloorId(1),
                name,
                room.kind(),
                room.outline().stream().map(Room.Corner::spot).toList());
    }
}
