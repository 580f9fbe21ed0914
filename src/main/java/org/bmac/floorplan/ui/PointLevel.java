package org.bmac.floorplan.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.DomEvent;
import com.vaadin.flow.component.EventData;

/** Somebody wants to know what it takes before outputs take values. */
@DomEvent("point-level")
public class PointLevel extends OutputQuestion {

    /** @param items numbers of points with values, such as {@code 7=60 9=0} */
    public PointLevel(
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
