package org.bmac.floorplan.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.DomEvent;
import com.vaadin.flow.component.EventData;

/** Somebody confirms that a scene is played. */
@DomEvent("scene-confirm")
public class SceneConfirm extends SceneQuestion {

    public SceneConfirm(
            Component source,
            boolean fromClient,
            @EventData("event.detail.ask") int ask,
            @EventData("event.detail.number") int number,
            @EventData("event.detail.only") String only,
            @EventData("event.detail.reason") String reason,
            @EventData("event.detail.secret") String secret) {
        super(source, fromClient, ask, number, only, reason, secret);
    }
}
