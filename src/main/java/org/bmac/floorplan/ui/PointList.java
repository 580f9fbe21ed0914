package org.bmac.floorplan.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ComponentEventListener;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.shared.Registration;
import org.bmac.point.PointId;
import org.jspecify.annotations.Nullable;

/** The same as the map shows, as a list by floor, zone and node: equal for those who cannot or will not use a map. */
@Tag("point-list")
@JsModule("./floor-map/point-list.ts")
public class PointList extends Component {

    /** Marks this point as the selected one; none when null. */
    public void setSelected(@Nullable PointId point) {
        if (point == null) {
            getElement().removeAttribute("selected");
        } else {
            getElement().setAttribute("selected", point.toString());
        }
    }

    /** Calls when somebody selects a row. */
    public Registration onPointSelected(ComponentEventListener<PointSelected> listener) {
        return addListener(PointSelected.class, listener);
    }
}
