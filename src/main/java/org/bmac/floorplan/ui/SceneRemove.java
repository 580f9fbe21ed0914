package org.bmac.floorplan.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.DomEvent;
import com.vaadin.flow.component.EventData;

/** Somebody wants a scene to go. */
@DomEvent("scene-remove")
public class SceneRemove extends NumberQuestion {

    public SceneRemove(
            Component source,
            boolean fromClient,
            @EventData("event.detail.ask") int ask,
            @EventData("event.detail.number") int number) {
        super(source, fromClient, ask, number);
    }
}
