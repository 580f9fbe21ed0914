package org.bmac.floorplan.ui;

import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.orderedlayout.VerticalLayout;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;

@Route("")
@AnonymousAllowed
class FloorView extends VerticalLayout {
    FloorView() {
        add(new H1("BMaC"));
    }
}
