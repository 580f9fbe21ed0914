package org.bmac.floorplan.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.DomEvent;
import com.vaadin.flow.component.EventData;

/** Somebody wants to know what went to a node for a command, and what came back. */
@DomEvent("command-details")
public class CommandDetails extends NumberQuestion {

    public CommandDetails(
            Component source,
            boolean fromClient,
            @EventData("event.detail.ask") int ask,
            @EventData("event.detail.number") int number) {
        super(source, fromClient, ask, number);
    }
}
