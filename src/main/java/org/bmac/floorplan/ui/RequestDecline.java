package org.bmac.floorplan.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.DomEvent;
import com.vaadin.flow.component.EventData;

/** Somebody declines, as the second person, what another one wants. */
@DomEvent("request-decline")
public class RequestDecline extends NumberQuestion {

    public RequestDecline(
            Component source,
            boolean fromClient,
            @EventData("event.detail.ask") int ask,
            @EventData("event.detail.number") int number) {
        super(source, fromClient, ask, number);
    }
}
