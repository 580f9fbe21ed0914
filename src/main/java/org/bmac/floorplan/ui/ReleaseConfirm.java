package org.bmac.floorplan.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.DomEvent;
import com.vaadin.flow.component.EventData;

/** Somebody confirms that overrides are let go of. */
@DomEvent("release-confirm")
public class ReleaseConfirm extends OutputQuestion {

    /** @param items numbers of points with priorities, such as {@code 7:8 9:8} */
    public ReleaseConfirm(
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
