package org.bmac.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.bmac.building.Building;
import org.bmac.building.Buildings;
import org.bmac.building.Dialect;
import org.bmac.building.Floor;
import org.bmac.building.Node;
import org.bmac.building.Point;
import org.bmac.building.TestBuildings;
import org.bmac.building.Zone;
import org.bmac.node.Module;
import org.bmac.point.Kind;
import org.junit.jupiter.api.Test;

class StadthausSetupTests {
    private final List<Object> events = new ArrayList<>();
    private final Buildings buildings = TestBuildings.empty(events::add);

    @Test
    void anEmptyBuildingBecomesTheStadthaus() {
        new StadthausSetup(buildings).run();
        Building made = buildings.current();
        assertThat(made.name()).isEqualTo("Stadthaus");
        assertThat(made.floors())
                .extracting(Floor::name)
                .containsExactly("Ground floor", "First floor", "Second floor");
        assertThat(made.zones()).hasSize(24).extracting(Zone::name).contains("0.01 Foyer", "1.03 Meeting", "Lab 1");
        assertThat(made.nodes()).hasSizeGreaterThanOrEqualTo(40).allMatch(Node::placed);
        assertThat(made.points()).hasSizeBetween(145, 170);
        assertThat(events).hasSize(1);
    }

    @Test
    void everyPointLiesInTheZoneOfItsNode() {
        new StadthausSetup(buildings).run();
        for (Stadthaus.Numbered node : Stadthaus.nodes()) {
            Node kept = java.util.Objects.requireNonNull(buildings.current().nodeOfUid(node.uid()));
            for (Point point : buildings.current().pointsOf(kept.id())) {
                assertThat(buildings.current().placeOf(point))
                        .isEqualTo(node.fitting().room());
            }
            assertThat(buildings.current().pointsOf(kept.id()))
                    .hasSize(node.fitting().parts().size());
        }
    }

    @Test
    void fansSitOnTheirGpiosAndValvesOnTheirPins() {
        new StadthausSetup(buildings).run();
        Node coils = java.util.Objects.requireNonNull(buildings.current().nodeOfLocation("hall-coils"));
        assertThat(coils.modules()).isEqualTo(Module.PWM.bit() | Module.IO.bit());
        assertThat(coils.dialect()).isEqualTo(Dialect.FIRMWARE);
        for (int gpio : new int[] {14, 12, 13}) {
            Point fan = buildings.current().pointOf(coils.id(), Kind.FAN, gpio);
            assertThat(fan).isNotNull();
        }
        for (int pin : new int[] {1, 2, 3}) {
            Point valve = buildings.current().pointOf(coils.id(), Kind.VALVE, pin);
            assertThat(java.util.Objects.requireNonNull(valve).commandable()).isTrue();
        }
    }

    @Test
    void aSecondRunChangesNothing() {
        new StadthausSetup(buildings).run();
        Building before = buildings.current();
        new StadthausSetup(buildings).run();
        assertThat(buildings.current()).isSameAs(before);
        assertThat(new StadthausSetup(buildings).mayStand()).isTrue();
    }

    @Test
    void anotherBuildingIsLeftAlone() {
        buildings.rename("Town hall");
        StadthausSetup setup = new StadthausSetup(buildings);
        assertThat(setup.mayStand()).isFalse();
        setup.run();
        assertThat(buildings.current().floors()).isEmpty();
    }

    @Test
    void aFloorWithoutANameOfTheBuildingIsABuildingToo() {
        buildings.addFloor("Cellar", -1, 10, 10, TestBuildings.blankPlan());
        assertThat(new StadthausSetup(buildings).mayStand()).isFalse();
    }

    @Test
    void unplacedSourcesDoNotStandInTheWay() {
        buildings.addNode("a020a6000001", "a020a6000001", Dialect.FIRMWARE, 0);
        assertThat(new StadthausSetup(buildings).mayStand()).isTrue();
    }

    @Test
    void theSpeedHasItsLimits() {
        org.assertj.core.api.Assertions.assertThatIllegalArgumentException()
                .isThrownBy(() -> new DemoSettings.Simulator(1, 0, Duration.ZERO))
                .withMessage("bmac.simulator.speed is 0; allowed is a whole number from 1 to 3600");
        assertThat(new DemoSettings.Simulator(1, 3_600, Duration.ZERO).speed()).isEqualTo(3_600);
    }
}
