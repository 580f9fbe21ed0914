package org.bmac.floorplan.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.DomEvent;
import com.vaadin.flow.component.EventData;

/** Somebody lets go of overrides. */
@DomEvent("point-release")
public class PointRelease extends OutputQuestion {

    /** @param items numbers of points with priorities, such as {@code 7:8 9:8} */
    public PointRelease(
            Component source,
            boolean fromClient,
            @EventData("event.detail.ask") int ask,
            @EventData("event.detail.items") String items,
            @EventData("event.detail.minutes") int minutes,
            @EventData("event.detail.reason") String reason,
            @EventData("event.detail.secret") String secret) {
        super(source, fromClient, ask, new Asking(items, minutes, reason, secret));
    }
}
