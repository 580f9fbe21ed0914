package org.bmac.editor.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import org.bmac.building.FloorId;

/** Draws floors, zones and places in the browser; it loads and saves the draft of the person by itself. */
@Tag("plan-editor")
@JsModule("./plan-editor/plan-editor.ts")
class PlanEditor extends Component {

    /** Begins with this floor. */
    void setFloor(FloorId floor) {
        getElement().setAttribute("floor", Integer.toString(floor.number()));
    }
}
