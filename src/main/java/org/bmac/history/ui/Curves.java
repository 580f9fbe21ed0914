package org.bmac.history.ui;

import java.util.List;
import java.util.stream.Collectors;
import org.bmac.building.Building;
import org.bmac.building.Point;
import org.bmac.chart.Series;
import org.bmac.history.History;
import org.bmac.point.Kind;
import org.bmac.point.Unit;
import org.bmac.point.Value;

/** Points as the chart wants them, in the words of the map. */
final class Curves {
    private Curves() {}

    /** Those of which the building knows points. */
    static List<Series> of(List<Line> lines, Building building) {
        return lines.stream()
                .filter(line -> !line.points(building).isEmpty())
                .map(line -> of(line, building))
                .toList();
    }

    private static Series of(Line line, Building building) {
        List<Point> points = line.points(building);
        Kind kind = points.getFirst().kind();
        return new Series(
                line.toString(),
                line.label(building),
                line.place(building),
                kind.unit().symbol(),
                kind.unit().decimals(),
                History.isSteady(kind),
                words(kind),
                "stream/history/"
                        + points.stream().map(point -> point.id().toString()).collect(Collectors.joining(",")));
    }

    /** What has no unit has two states. */
    private static List<String> words(Kind kind) {
        return kind.unit() == Unit.NONE
                ? List.of(Value.of(kind, 0).inWords(), Value.of(kind, 1).inWords())
                : List.of();
    }
}
