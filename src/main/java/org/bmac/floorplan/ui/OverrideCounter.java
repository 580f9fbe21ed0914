package org.bmac.floorplan.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;

/** How much of the building is held by hand now. */
@Tag("override-counter")
@JsModule("./floor-map/override-counter.ts")
class OverrideCounter extends Component {}
