package org.bmac.node.ui;

import com.vaadin.flow.signals.Signal;
import com.vaadin.flow.signals.shared.SharedNumberSignal;
import org.bmac.building.Building;
import org.bmac.building.BuildingChanged;
import org.bmac.building.Buildings;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Lets screens follow what exists: an effect that reads {@link #building()} runs again after every change. */
@Component
class BuildingNews {
    private final Buildings buildings;
    private final SharedNumberSignal changes = new SharedNumberSignal();

    BuildingNews(Buildings buildings) {
        this.buildings = buildings;
    }

    @EventListener
    void on(BuildingChanged change) {
        changes.incrementBy(1);
    }

    /** The newest picture. */
    Signal<Building> building() {
        return changes.map(_ -> buildings.current());
    }
}
