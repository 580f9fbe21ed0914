package org.bmac.floorplan.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ComponentEvent;
import com.vaadin.flow.component.DomEvent;
import com.vaadin.flow.component.EventData;
import org.bmac.building.ZoneId;

/** Somebody has selected the area of a zone. */
@DomEvent("zone-selected")
public class ZoneSelected extends ComponentEvent<Component> {
    private final ZoneId zone;

    public ZoneSelected(Component source, boolean fromClient, @EventData("event.detail.id") int number) {
        super(source, fromClient);
        this.zone = new ZoneId(number);
    }

    /** The one selected; it may have ceased to exist meanwhile. */
    public ZoneId zone() {
        return zone;
    }
}
