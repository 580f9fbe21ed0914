package org.bmac.floorplan.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.DomEvent;
import com.vaadin.flow.component.EventData;

/** Somebody wants to see the scenes. */
@DomEvent("scene-book")
public class SceneBook extends Question {

    public SceneBook(Component source, boolean fromClient, @EventData("event.detail.ask") int ask) {
        super(source, fromClient, ask);
    }
}
