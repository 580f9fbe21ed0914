package org.bmac.floorplan.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ComponentEvent;
import com.vaadin.flow.component.DomEvent;
import com.vaadin.flow.component.EventData;
import org.bmac.building.FloorId;

/** Somebody has selected another floor. */
@DomEvent("floor-selected")
public class FloorSelected extends ComponentEvent<Component> {
    private final FloorId floor;

    public FloorSelected(Component source, boolean fromClient, @EventData("event.detail.id") int number) {
        super(source, fromClient);
        this.floor = new FloorId(number);
    }

    /** The one selected; it may have ceased to exist meanwhile. */
    public FloorId floor() {
        return floor;
    }
}
