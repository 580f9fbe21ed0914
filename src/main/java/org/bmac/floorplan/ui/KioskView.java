package org.bmac.floorplan.ui;

import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;

/** The map alone for a screen on the wall: nothing to press, the floors in turn. */
@Route(value = "kiosk", autoLayout = false)
@PageTitle("Kiosk · BMaC")
@RolesAllowed("VIEWER")
class KioskView extends Main {
    KioskView() {
        addClassName("kiosk-view");
        H1 heading = new H1("Building map");
        heading.addClassName("for-screen-readers");
        FloorMap map = new FloorMap();
        map.setKiosk(true);
        add(heading, map);
    }
}
