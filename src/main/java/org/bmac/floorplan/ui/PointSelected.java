package org.bmac.floorplan.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ComponentEvent;
import com.vaadin.flow.component.DomEvent;
import com.vaadin.flow.component.EventData;
import org.bmac.point.PointId;

/** Somebody has selected a marker or a row of a point. */
@DomEvent("point-selected")
public class PointSelected extends ComponentEvent<Component> {
    private final PointId point;

    public PointSelected(Component source, boolean fromClient, @EventData("event.detail.id") int number) {
        super(source, fromClient);
        this.point = new PointId(number);
    }

    /** The one selected; it may have ceased to exist meanwhile. */
    public PointId point() {
        return point;
    }
}
