package org.bmac.node;

import static org.assertj.core.api.Assertions.assertThat;

import org.bmac.building.BuildingChanged;
import org.bmac.building.Buildings;
import org.bmac.building.Dialect;
import org.bmac.building.Node;
import org.bmac.building.TestBuildings;
import org.junit.jupiter.api.Test;

/** Nodes that are called otherwise than they call themselves. */
class RenamesTests {
    private final Addresses addresses = new Addresses();
    private final Buildings buildings = TestBuildings.empty(_ -> {});

    @Test
    void whatANodeSaysUnderItsFormerNameIsItsOwnUntilItSaysTheNewOneWhoeverRenamedIt() {
        Node node = buildings.addNode(Setup.UID, "lab-1", Dialect.FIRMWARE, 1);
        Renames renames = new Renames(buildings, addresses);
        buildings.assign(node.id(), "lab-9", 1, null);
        renames.on(new BuildingChanged());

        assertThat(addresses.calling(buildings.current(), "lab-1")).isEqualTo(node(node));
        assertThat(addresses.of(node(node))).isEqualTo("lab-1");
        assertThat(addresses.calling(buildings.current(), "lab-9")).isEqualTo(node(node));
        assertThat(addresses.calling(buildings.current(), "lab-1")).isNull();
    }

    private Node node(Node before) {
        return buildings.current().node(before.id()).orElseThrow();
    }
}
