package org.bmac.floorplan.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ComponentEventListener;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.shared.Registration;
import org.bmac.building.FloorId;
import org.bmac.point.PointId;
import org.jspecify.annotations.Nullable;

/**
 * The live plan of one floor with its markers. It draws itself in the browser from the stream of the map: what it shows
 * needs no word from here and keeps itself right over reconnects.
 */
@Tag("floor-map")
@JsModule("./floor-map/floor-map.ts")
public class FloorMap extends Component {

    /** Shows this floor. */
    public void setFloor(FloorId floor) {
        getElement().setAttribute("floor", Integer.toString(floor.number()));
    }

    /** Puts this beside the floors at the head of the map. */
    public void addTool(Component tool) {
        tool.getElement().setAttribute("slot", "tools");
        getElement().appendChild(tool.getElement());
    }

    /** Marks this point as the selected one; none when null. */
    public void setSelected(@Nullable PointId point) {
        if (point == null) {
            getElement().removeAttribute("selected");
        } else {
            getElement().setAttribute("selected", point.toString());
        }
    }

    /** Leads from a map without floors to where they are made. */
    public void setSetup(String address) {
        getElement().setAttribute("setup", address);
    }

    /** Leads from a map without floors to where a whole building is brought. */
    public void setWhole(String address) {
        getElement().setAttribute("whole", address);
    }

    /** For a screen on the wall: nothing to press, large type. */
    public void setKiosk(boolean kiosk) {
        getElement().setAttribute("kiosk", kiosk);
    }

    /** Calls when somebody selects a marker. */
    public Registration onPointSelected(ComponentEventListener<PointSelected> listener) {
        return addListener(PointSelected.class, listener);
    }

    /** Calls when somebody selects the area of a zone. */
    public Registration onZoneSelected(ComponentEventListener<ZoneSelected> listener) {
        return addListener(ZoneSelected.class, listener);
    }

    /** Calls when somebody asks for another floor. */
    public Registration onFloorSelected(ComponentEventListener<FloorSelected> listener) {
        return addListener(FloorSelected.class, listener);
    }
}
