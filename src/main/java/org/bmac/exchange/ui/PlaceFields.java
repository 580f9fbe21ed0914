package org.bmac.exchange.ui;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.html.Div;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.bmac.building.Building;
import org.bmac.building.Floor;
import org.bmac.building.Point;
import org.bmac.building.Zone;
import org.bmac.exchange.Selection;
import org.bmac.point.PointId;

/** Which points are wanted: all, those of a floor or a zone, or some by name. */
class PlaceFields extends Div {
    private final ComboBox<Floor> floor = new ComboBox<>("Floor");
    private final ComboBox<Zone> zone = new ComboBox<>("Zone");
    private final MultiSelectComboBox<Point> points = new MultiSelectComboBox<>("Points");
    private final Building building;
    private final Runnable changed;
    private boolean quiet;

    PlaceFields(Building building, Runnable changed) {
        this.building = building;
        this.changed = changed;
        addClassName("exchange-place");
        floor.setItems(building.floors());
        floor.setItemLabelGenerator(Floor::name);
        floor.setPlaceholder("Whole building");
        floor.setClearButtonVisible(true);
        zone.setItemLabelGenerator(Zone::name);
        zone.setPlaceholder("All zones");
        zone.setClearButtonVisible(true);
        points.setItemLabelGenerator(point -> point.label() + ", " + building.placeOf(point));
        points.setPlaceholder("All points");
        points.setClearButtonVisible(true);
        floor.addValueChangeListener(_ -> narrow(true));
        zone.addValueChangeListener(_ -> narrow(false));
        points.addValueChangeListener(_ -> told());
        offer();
        add(floor, zone, points);
    }

    /** Chooses these, as far as they are there. */
    void choose(Set<PointId> chosen) {
        quiet = true;
        points.setValue(building.points().stream()
                .filter(point -> chosen.contains(point.id()))
                .collect(Collectors.toSet()));
        quiet = false;
    }

    Selection selection() {
        return new Selection(
                points.getValue().stream().map(Point::id).collect(Collectors.toSet()),
                zone.isEmpty() ? null : zone.getValue().id(),
                floor.isEmpty() ? null : floor.getValue().id());
    }

    private void narrow(boolean otherFloor) {
        if (quiet) {
            return;
        }
        quiet = true;
        if (otherFloor) {
            zone.clear();
        }
        points.clear();
        offer();
        quiet = false;
        changed.run();
    }

    private void offer() {
        Floor chosen = floor.getValue();
        if (zone.isEmpty()) {
            List<Zone> zones = building.zones().stream()
                    .filter(each -> chosen == null || each.floor().equals(chosen.id()))
                    .sorted(Comparator.comparing(Zone::name))
                    .toList();
            zone.setItems(zones);
        }
        Selection place = new Selection(
                Set.of(), zone.isEmpty() ? null : zone.getValue().id(), chosen == null ? null : chosen.id());
        points.setItems(building.points().stream()
                .filter(place)
                .sorted(Comparator.comparing(Point::label).thenComparing(building::placeOf))
                .toList());
    }

    private void told() {
        if (!quiet) {
            changed.run();
        }
    }
}
