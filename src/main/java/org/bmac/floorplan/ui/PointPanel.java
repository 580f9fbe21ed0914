package org.bmac.floorplan.ui;

import com.vaadin.flow.component.ComponentEventListener;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.shared.Registration;
import org.bmac.point.PointId;
import org.jspecify.annotations.Nullable;

/** All that is known of one point, live; without a point, what is not good in the whole building. */
@Tag("point-panel")
@JsModule("./floor-map/point-panel.ts")
public class PointPanel extends Answering {

    /** Shows this point; what is not good when null. */
    public void setPoint(@Nullable PointId point) {
        if (point == null) {
            getElement().removeAttribute("point");
        } else {
            getElement().setAttribute("point", point.toString());
        }
    }

    /**
     * Who sits before it.
     *
     * @param may whether that one may command the point; else it offers nothing to press
     * @param forGood whether that one may hold it for good
     */
    public void setUser(String name, boolean may, boolean forGood) {
        getElement().setAttribute("user", name);
        getElement().setAttribute("may", may);
        getElement().setAttribute("engineer", forGood);
    }

    /** Offers the way to what the point reported: this address, with the number of the point behind it. */
    public void setHistory(String address) {
        getElement().setAttribute("history", address);
    }

    /** Calls when somebody selects another point in it: a neighbour, or one that is not good. */
    public Registration onPointSelected(ComponentEventListener<PointSelected> listener) {
        return addListener(PointSelected.class, listener);
    }
}
