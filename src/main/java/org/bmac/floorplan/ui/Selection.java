package org.bmac.floorplan.ui;

import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.QueryParameters;
import java.util.Optional;
import org.bmac.building.Building;
import org.bmac.building.Point;
import org.bmac.point.PointId;
import org.jspecify.annotations.Nullable;

/** The selected point as the address of a page says it: {@code ?point=17}. */
final class Selection {
    private static final String NAME = "point";

    private Selection() {}

    /** The point that the address names, if there is one of this number. */
    static Optional<Point> in(Location location, Building building) {
        return location.getQueryParameters()
                .getSingleParameter(NAME)
                .filter(number -> number.matches("[1-9][0-9]{0,6}"))
                .map(Integer::valueOf)
                .filter(number -> number <= PointId.MOST)
                .flatMap(number -> building.point(new PointId(number)));
    }

    /** What to put behind an address so that it names this point; nothing for null. */
    static QueryParameters of(@Nullable PointId point) {
        return point == null ? QueryParameters.empty() : QueryParameters.of(NAME, point.toString());
    }
}
