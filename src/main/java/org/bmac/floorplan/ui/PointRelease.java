package org.bmac.floorplan.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ComponentEvent;
import com.vaadin.flow.component.DomEvent;
import com.vaadin.flow.component.EventData;

/** Somebody lets go of overrides. */
@DomEvent("point-release")
public class PointRelease extends ComponentEvent<Component> {
    private final int ask;
    private final String items;

    /** @param items numbers of points with priorities, such as {@code 7:8 9:8} */
    public PointRelease(
            Component source,
            boolean fromClient,
            @EventData("event.detail.ask") int ask,
            @EventData("event.detail.items") String items) {
        super(source, fromClient);
        this.ask = ask;
        this.items = items;
    }

    /** The number of the question. */
    public int ask() {
        return ask;
    }

    /** Numbers of points with priorities, such as {@code 7:8 9:8}; from a browser, and so to be doubted. */
    public String items() {
        return items;
    }
}
