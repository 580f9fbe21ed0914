package org.bmac.floorplan.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;

/** Says whether what the page shows is live, and how old it is if not. */
@Tag("map-status")
@JsModule("./floor-map/map-status.ts")
public class MapStatus extends Component {}
