package org.bmac.floorplan.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import org.bmac.point.PointId;
import org.jspecify.annotations.Nullable;

/** All that is known of one point, live. */
@Tag("point-panel")
@JsModule("./floor-map/point-panel.ts")
public class PointPanel extends Component {

    /** Shows this point; nothing when null. */
    public void setPoint(@Nullable PointId point) {
        if (point == null) {
            getElement().removeAttribute("point");
        } else {
            getElement().setAttribute("point", point.toString());
        }
    }
}
