package org.bmac.history.ui;

import com.vaadin.flow.component.combobox.ComboBox;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.bmac.building.Building;
import org.bmac.building.Point;
import org.bmac.building.ZoneId;

/** The point to begin with; afterwards those beside it, of the same zone, and those of its kind around it together. */
class LineChoice extends ComboBox<Line> {

    /** @param take is told what was chosen */
    LineChoice(Consumer<Line> take) {
        addClassName("history-choice");
        setClearButtonVisible(false);
        addValueChangeListener(event -> {
            if (event.isFromClient() && event.getValue() != null) {
                Line chosen = event.getValue();
                clear();
                take.accept(chosen);
            }
        });
    }

    /** Offers what is not shown yet. */
    void offer(List<Line> shown, Building building) {
        Optional<Point> first = shown.stream().findFirst().flatMap(line -> building.point(line.point()));
        List<Line> offered = first.map(point -> Stream.concat(beside(point, building), around(point, building)))
                .orElseGet(() -> single(building.points().stream(), building))
                .filter(line -> !shown.contains(line))
                .toList();
        setItemLabelGenerator(line -> first.isPresent() && line.over() == Line.Over.POINT
                ? line.label(building)
                : line.label(building) + ", " + line.place(building));
        setItems(offered);
        setLabel(first.map(point -> "Add to the picture").orElse("Point"));
        setPlaceholder(first.isPresent() ? "Another point, or a mean" : "Name, kind or place");
        setVisible(!offered.isEmpty() && shown.size() < Shown.MOST);
    }

    private static Stream<Line> beside(Point first, Building building) {
        ZoneId zone = first.zone();
        return zone == null
                ? Stream.empty()
                : single(building.points().stream().filter(point -> zone.equals(point.zone())), building);
    }

    /** Where there is more than one, and not as many as in less of the building. */
    private static Stream<Line> around(Point first, Building building) {
        Stream.Builder<Line> means = Stream.builder();
        int before = 1;
        for (Line.Over over : List.of(Line.Over.ZONE, Line.Over.FLOOR, Line.Over.BUILDING)) {
            Line line = new Line(over, first.id());
            int points = line.points(building).size();
            if (points > before) {
                means.add(line);
                before = points;
            }
        }
        return means.build();
    }

    private static Stream<Line> single(Stream<Point> points, Building building) {
        return points.sorted(Comparator.comparing(building::placeOf).thenComparing(Point::label))
                .map(point -> Line.of(point.id()));
    }
}
