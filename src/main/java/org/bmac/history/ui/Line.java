package org.bmac.history.ui;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bmac.building.Building;
import org.bmac.building.FloorId;
import org.bmac.building.Placement;
import org.bmac.building.Point;
import org.bmac.history.History;
import org.bmac.point.PointId;
import org.jspecify.annotations.Nullable;

/**
 * What one chart draws: a point, or all points of its kind in its zone, on its floor or in the building together. In an
 * address {@code 7}, {@code zone-7}, {@code floor-7}, {@code building-7}.
 */
record Line(Over over, PointId point) {
    /** Which points are meant. */
    enum Over {
        POINT,
        ZONE,
        FLOOR,
        BUILDING
    }

    /** For routes and queries. */
    static final String TEXT = "(?:(zone|floor|building)-)?([1-9][0-9]{0,6})";

    private static final Pattern PATTERN = Pattern.compile(TEXT);

    static Line of(PointId point) {
        return new Line(Over.POINT, point);
    }

    /** Empty when the text is no such address. */
    static Optional<Line> of(String text) {
        Matcher found = PATTERN.matcher(text);
        if (!found.matches() || Integer.parseInt(found.group(2)) > PointId.MOST) {
            return Optional.empty();
        }
        String over = found.group(1);
        return Optional.of(new Line(
                over == null ? Over.POINT : Over.valueOf(over.toUpperCase(Locale.ROOT)),
                new PointId(Integer.parseInt(found.group(2)))));
    }

    /** Those that the building knows, the one that names them among them. */
    List<Point> points(Building building) {
        return building.point(point).stream()
                .flatMap(named -> building.points().stream()
                        .filter(other -> other.kind() == named.kind() && isAlike(named, other) && holds(named, other)))
                .limit(History.MOST_POINTS)
                .toList();
    }

    /** What has a name of its own, such as the flow of a boiler, says nothing of the room. */
    private static boolean isAlike(Point named, Point other) {
        return other.name().isEmpty() || !named.name().isEmpty();
    }

    private boolean holds(Point named, Point other) {
        return switch (over) {
            case POINT -> other.id().equals(named.id());
            case ZONE -> named.zone() != null && named.zone().equals(other.zone());
            case FLOOR -> floor(named) != null && Objects.equals(floor(named), floor(other));
            case BUILDING -> true;
        };
    }

    private static @Nullable FloorId floor(Point point) {
        Placement placement = point.placement();
        return placement == null ? null : placement.floor();
    }

    /** "Temperature"; "Temperature, mean of 3". */
    String label(Building building) {
        List<Point> points = points(building);
        return over == Over.POINT || points.isEmpty()
                ? points.stream().map(Point::label).findFirst().orElse("")
                : points.getFirst().kind().label() + ", mean of " + points.size();
    }

    /** Where that is, in words for people. */
    String place(Building building) {
        return building.point(point)
                .map(named -> switch (over) {
                    case POINT, ZONE -> building.placeOf(named);
                    case FLOOR ->
                        named.placement() == null
                                ? ""
                                : building.floor(named.placement().floor())
                                        .orElseThrow()
                                        .name();
                    case BUILDING -> building.name();
                })
                .orElse("");
    }

    @Override
    public String toString() {
        return over == Over.POINT ? point.toString() : over.name().toLowerCase(Locale.ROOT) + "-" + point;
    }
}
