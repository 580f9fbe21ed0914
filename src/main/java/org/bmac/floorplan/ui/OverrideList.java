package org.bmac.floorplan.ui;

import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;

/** All overrides, live, and what waits for a second person. */
@Tag("override-list")
@JsModule("./floor-map/override-list.ts")
public class OverrideList extends Answering {

    /**
     * Who sits before it.
     *
     * @param may whether that one commands anything; else it offers nothing to press
     */
    public void setUser(String name, boolean may) {
        getElement().setAttribute("user", name);
        getElement().setAttribute("may", may);
    }
}
