package org.bmac.floorplan.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.DomEvent;
import com.vaadin.flow.component.EventData;

/** Somebody wants a scene to be kept: a new one where its number is 0. */
@DomEvent("scene-save")
public class SceneSave extends NumberQuestion {
    private final String name;
    private final Asking asking;

    /** @param items numbers of points with values, such as {@code 7=60 9=0} */
    public SceneSave(
            Component source,
            boolean fromClient,
            @EventData("event.detail.ask") int ask,
            @EventData("event.detail.number") int number,
            @EventData("event.detail.name") String name,
            @EventData("event.detail.minutes") int minutes,
            @EventData("event.detail.items") String items) {
        super(source, fromClient, ask, number);
        this.name = name.strip();
        this.asking = new Asking(items, minutes, "", "");
    }

    /** What it is to be called. */
    public String name() {
        return name;
    }

    /** Its values, and how long they are held. */
    public Asking asking() {
        return asking;
    }
}
