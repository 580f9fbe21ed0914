package org.bmac.floorplan.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ComponentEvent;
import com.vaadin.flow.component.DomEvent;
import com.vaadin.flow.component.EventData;

/** Somebody wants to know what went to a node for a command, and what came back. */
@DomEvent("command-details")
public class CommandDetails extends ComponentEvent<Component> {
    private final int ask;
    private final int number;

    public CommandDetails(
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

    /** The command's number. */
    public int number() {
        return number;
    }
}
