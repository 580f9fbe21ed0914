package org.bmac.floorplan.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ComponentEventListener;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.shared.Registration;
import org.bmac.point.PointId;
import org.jspecify.annotations.Nullable;

/** All that is known of one point, live; without a point, what is not good in the whole building. */
@Tag("point-panel")
@JsModule("./floor-map/point-panel.ts")
public class PointPanel extends Component {

    /** Shows this point; what is not good when null. */
    public void setPoint(@Nullable PointId point) {
        if (point == null) {
            getElement().removeAttribute("point");
        } else {
            getElement().setAttribute("point", point.toString());
        }
    }

    /** Calls when somebody selects another point in it: a neighbour, or one that is not good. */
    public Registration onPointSelected(ComponentEventListener<PointSelected> listener) {
        return addListener(PointSelected.class, listener);
    }
}
