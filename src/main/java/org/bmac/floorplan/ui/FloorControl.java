package org.bmac.floorplan.ui;

import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import java.util.List;
import java.util.stream.Collectors;
import org.bmac.building.FloorId;
import org.bmac.point.PointId;

/** A button that opens what moves many outputs of a floor at once: the scenes, and all outputs of a kind. */
@Tag("floor-control")
@JsModule("./floor-map/floor-control.ts")
public class FloorControl extends Answering {

    /** Whose outputs they are. */
    public void setFloor(FloorId floor) {
        getElement().setAttribute("floor", Integer.toString(floor.number()));
    }

    /** Which outputs, of all floors, the person may move; without any it offers nothing to press. */
    public void setOutputs(List<PointId> outputs) {
        getElement()
                .setAttribute("outputs", outputs.stream().map(PointId::toString).collect(Collectors.joining(" ")));
    }
}
