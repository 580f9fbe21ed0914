package org.bmac.history.ui;

import java.util.List;
import org.bmac.building.Building;
import org.bmac.building.Point;
import org.bmac.chart.Series;
import org.bmac.history.History;
import org.bmac.point.Kind;
import org.bmac.point.PointId;

/** Points as the chart wants them, in the words of the map. */
final class Curves {
    private Curves() {}

    /** The points that the building knows. */
    static List<Series> of(List<PointId> points, Building building) {
        return points.stream()
                .flatMap(id -> building.point(id).stream())
                .map(point -> of(point, building))
                .toList();
    }

    private static Series of(Point point, Building building) {
        Kind kind = point.kind();
        return new Series(
                point.id().toString(),
                point.label(),
                building.placeOf(point),
                kind.unit().symbol(),
                kind.unit().decimals(),
                History.isSteady(kind),
                words(kind),
                "stream/history/" + point.id());
    }

    private static List<String> words(Kind kind) {
        return switch (kind) {
            case MOTION -> List.of("clear", "occupied");
            case RELAY -> List.of("off", "on");
            case CHANGEOVER -> List.of("cooling", "heating");
            case TEMPERATURE,
                    HUMIDITY,
                    PRESSURE,
                    CO2,
                    ESPRESSO,
                    DOUBLE_ESPRESSO,
                    COFFEE,
                    DOUBLE_COFFEE,
                    MOISTURE,
                    WEIGHT,
                    FAN,
                    VALVE -> List.of();
        };
    }
}
