package org.bmac.node.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;

/**
 * What one source reports, live: the list of points without the means to search. A door of our own to the component that
 * the map's list uses, because the room of the map stands above this one.
 */
@Tag("point-list")
@JsModule("./floor-map/point-list.ts")
class LiveValues extends Component {
    private static final String CHOSEN = "event.detail.id";

    /** Of the source that calls itself so. */
    LiveValues(String location) {
        show(location);
    }

    /** From now on of the one that calls itself so. */
    final void show(String location) {
        getElement().setAttribute("location", location);
    }

    /** A press on a point opens its history. */
    LiveValues leadingToHistory() {
        getElement()
                .addEventListener("point-selected", event -> getUI().ifPresent(ui -> ui.navigate(
                        "history/" + event.getEventData().get(CHOSEN).asInt())))
                .addEventData(CHOSEN);
        return this;
    }
}
