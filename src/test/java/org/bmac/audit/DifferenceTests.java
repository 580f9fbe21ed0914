package org.bmac.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.bmac.building.Building;
import org.bmac.building.Buildings;
import org.bmac.building.Dialect;
import org.bmac.building.FloorId;
import org.bmac.building.Node;
import org.bmac.building.Placement;
import org.bmac.building.Spot;
import org.bmac.building.TestBuildings;
import org.bmac.building.ZoneKind;
import org.bmac.point.Kind;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DifferenceTests {
    private final Buildings buildings = TestBuildings.empty(_ -> {});
    private Building before = buildings.current();

    @BeforeEach
    void start() {
        buildings.addNode("a020a6000001", "foyer", Dialect.FIRMWARE, 1);
        before = buildings.current();
    }

    @Test
    void whatIsNewAndWhatIsGoneIsNamed() {
        FloorId attic = buildings.addFloor("Attic", 3, 1200, 800, TestBuildings.blankPlan());
        buildings.addZone(attic, "Loft", ZoneKind.OFFICE, List.of(new Spot(0, 0), new Spot(1, 0), new Spot(0, 1)));
        buildings.addNode("a020a6000002", "lab-1", Dialect.FIRMWARE, 1);

        assertThat(words()).isEqualTo("floor Attic is new; zone Loft is new; lab-1 is new");
        assertThat(Difference.words(buildings.current(), before))
                .isEqualTo("floor Attic is gone; zone Loft is gone; lab-1 is gone");
    }

    @Test
    void aNodeThatGetsAPlaceAndANameIsSaidToHave() {
        FloorId attic = buildings.addFloor("Attic", 3, 1200, 800, TestBuildings.blankPlan());
        before = buildings.current();
        buildings.assign(foyer().id(), "hall", 1, new Placement(attic, new Spot(0.5, 0.5)));

        assertThat(words()).isEqualTo("foyer is called hall and was placed on Attic");
    }

    @Test
    void howManyPointsItHasIsSaid() {
        buildings.ensurePoint(foyer().id(), Kind.TEMPERATURE, 0);

        assertThat(words()).isEqualTo("foyer has 1 point, 0 before");
    }

    @Test
    void manyAreCounted() {
        IntStream.range(0, 7).forEach(i -> buildings.addNode("a020a600010" + i, "new-" + i, Dialect.FIRMWARE, 1));

        assertThat(words()).endsWith("new-4 is new; and 2 more");
    }

    @Test
    void theSameBuildingHasNoDifference() {
        assertThat(Difference.words(before, before)).isEmpty();
    }

    private String words() {
        return Difference.words(before, buildings.current());
    }

    private Node foyer() {
        return before.nodes().getFirst();
    }
}
