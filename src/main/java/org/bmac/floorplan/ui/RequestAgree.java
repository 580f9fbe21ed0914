package org.bmac.floorplan.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.DomEvent;
import com.vaadin.flow.component.EventData;

/** Somebody agrees, as the second person, to what another one wants. */
@DomEvent("request-agree")
public class RequestAgree extends NumberQuestion {

    public RequestAgree(
            Component source,
            boolean fromClient,
            @EventData("event.detail.ask") int ask,
            @EventData("event.detail.number") int number) {
        super(source, fromClient, ask, number);
    }
}
