package org.bmac.floorplan.ui;

import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;

/** All scenes: to play them, and for those who may, to make and change them. */
@Tag("scene-list")
@JsModule("./floor-map/scene-list.ts")
public class SceneList extends Answering {}
