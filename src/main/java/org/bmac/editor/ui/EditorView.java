package org.bmac.editor.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import org.bmac.building.FloorId;

/** Where floors, plans, zones and places are drawn. */
@Route("editor/:floor?([0-9]{1,6})")
@PageTitle("Plans · BMaC")
@Menu(title = "Plans", order = 32, icon = "plan")
@RolesAllowed("ENGINEER")
class EditorView extends Div implements BeforeEnterObserver {
    private final PlanEditor editor = new PlanEditor();

    EditorView() {
        addClassName("editor-view");
        H1 heading = new H1("Plans");
        heading.addClassName("for-screen-readers");
        add(heading, editor);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        event.getRouteParameters().getInteger("floor").map(FloorId::new).ifPresent(editor::setFloor);
    }
}
