package org.bmac.floorplan.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.UI;
import org.bmac.ServerTest;
import org.bmac.SignedInAs;
import org.bmac.access.Role;
import org.bmac.building.Buildings;
import org.bmac.building.FloorId;
import org.bmac.building.PlanImage;
import org.bmac.point.Bytes;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ServerTest
@ViewPackages(packages = "org.bmac")
@SignedInAs(Role.VIEWER)
class FloorViewTests extends SpringBrowserlessTest {
    private final Buildings buildings;

    @Autowired
    FloorViewTests(Buildings buildings) {
        this.buildings = buildings;
    }

    @Test
    void theStartPageLeadsToAFloorThatTheAddressNames() {
        addFloor();

        UI.getCurrent().navigate("");

        assertThat(address()).matches("floor/[0-9]+");
    }

    @Test
    void anotherFloorHasAnotherAddress() {
        FloorId first = addFloor();
        FloorId second = addFloor();
        UI.getCurrent().navigate("floor/" + first.number());
        FloorMap map = find(FloorMap.class).single();

        ComponentUtil.fireEvent(map, new FloorSelected(map, true, second.number()));

        assertThat(address()).isEqualTo("floor/" + second.number());
        assertThat(find(FloorMap.class).single().getElement().getAttribute("floor"))
                .isEqualTo(Integer.toString(second.number()));
    }

    private FloorId addFloor() {
        return buildings.addFloor("Some floor", 9, 120, 80, new PlanImage("image/svg+xml", Bytes.of("<svg/>")));
    }

    private static String address() {
        return UI.getCurrent().getActiveViewLocation().getPath();
    }
}
