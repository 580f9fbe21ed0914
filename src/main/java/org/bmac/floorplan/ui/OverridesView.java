package org.bmac.floorplan.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;

/** What people hold by hand in the whole building, the oldest first, and how to let go of it. */
@Route("overrides")
@PageTitle("Overrides · BMaC")
@Menu(title = "Overrides", order = 30, icon = "hand")
@RolesAllowed("VIEWER")
class OverridesView extends Div {
    OverridesView(Desk desk) {
        OverrideList list = new OverrideList();
        desk.attend(list);
        desk.introduce(list);
        add(list);
    }
}
