package org.bmac.floorplan.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;

/** The scenes: what several outputs do together, how to play it, and what came of it the last time. */
@Route("scenes")
@PageTitle("Scenes · BMaC")
@Menu(title = "Scenes", order = 25, icon = "scene")
@RolesAllowed("VIEWER")
class ScenesView extends Div {
    ScenesView(Desk desk, SceneDesk scenes) {
        SceneList list = new SceneList();
        desk.attend(list);
        scenes.attend(list);
        add(list);
    }
}
