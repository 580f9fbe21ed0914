package org.bmac.history.ui;

import com.vaadin.flow.component.combobox.ComboBox;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.bmac.building.Building;
import org.bmac.building.Point;
import org.bmac.building.ZoneId;
import org.bmac.point.PointId;

/** The point to begin with; afterwards those beside it, of the same zone. */
class PointChoice extends ComboBox<Point> {

    /** @param take is told what was chosen */
    PointChoice(Consumer<PointId> take) {
        addClassName("history-choice");
        setClearButtonVisible(false);
        addValueChangeListener(event -> {
            if (event.isFromClient() && event.getValue() != null) {
                PointId chosen = event.getValue().id();
                clear();
                take.accept(chosen);
            }
        });
    }

    /** Offers what is not shown yet. */
    void offer(List<PointId> shown, Building building) {
        Optional<Point> first = shown.stream().findFirst().flatMap(building::point);
        Optional<ZoneId> zone = first.flatMap(point -> Optional.ofNullable(point.zone()));
        List<Point> offered = building.points().stream()
                .filter(point -> !shown.contains(point.id()))
                .filter(point -> first.isEmpty()
                        || zone.filter(same -> same.equals(point.zone())).isPresent())
                .sorted(Comparator.comparing(building::placeOf).thenComparing(Point::label))
                .toList();
        setItemLabelGenerator(first.isEmpty() ? point -> point.label() + ", " + building.placeOf(point) : Point::label);
        setItems(offered);
        setLabel(first.map(point -> "Add from " + building.placeOf(point)).orElse("Point"));
        setPlaceholder(first.isPresent() ? "Another of its points" : "Name, kind or place");
        setVisible(!offered.isEmpty() && shown.size() < Shown.MOST);
    }
}
