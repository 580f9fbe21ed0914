package org.bmac.floorplan.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.DomEvent;
import com.vaadin.flow.component.EventData;

/** Somebody does not want any more what waits for a second person. */
@DomEvent("request-withdraw")
public class RequestWithdraw extends NumberQuestion {

    public RequestWithdraw(
            Component source,
            boolean fromClient,
            @EventData("event.detail.ask") int ask,
            @EventData("event.detail.number") int number) {
        super(source, fromClient, ask, number);
    }
}
