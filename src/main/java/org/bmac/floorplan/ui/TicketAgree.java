package org.bmac.floorplan.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ComponentEvent;
import com.vaadin.flow.component.DomEvent;
import com.vaadin.flow.component.EventData;

/** Somebody agrees, as the second person, to what another one wants. */
@DomEvent("ticket-agree")
public class TicketAgree extends ComponentEvent<Component> {
    private final int ask;
    private final int number;

    public TicketAgree(
            Component source,
            boolean fromClient,
            @EventData("event.detail.ask") int ask,
            @EventData("event.detail.number") int number) {
        super(source, fromClient);
        this.ask = ask;
        this.number = number;
    }

    /** The number of the question. */
    public int ask() {
        return ask;
    }

    /** The ticket's number. */
    public int number() {
        return number;
    }
}
