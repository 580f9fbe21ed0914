package org.bmac.audit;

import java.util.Set;
import java.util.stream.Collectors;
import org.bmac.access.Actor;
import org.bmac.access.Reach;
import org.bmac.access.Right;
import org.bmac.access.Rights;
import org.bmac.access.Role;
import org.bmac.building.Building;
import org.bmac.building.Point;
import org.bmac.point.PointId;
import org.springframework.security.access.AccessDeniedException;

/**
 * Which rows somebody may read: an administrator all of them; an operator and an engineer those about the points that they
 * may see; an engineer of the whole building also those about the building, its scenes and certificates. Who comes and goes
 * is for administrators only, and nothing is for viewers.
 *
 * @param all whatever they are about
 * @param building those about the building as a whole
 * @param everyPoint those about any point
 * @param points those about these points, when not about every one
 */
record Sight(boolean all, boolean building, boolean everyPoint, Set<PointId> points) {
    static final Sight ALL = new Sight(true, true, true, Set.of());
    private static final String RULES_CHANGED = "The rules were changed. How is for those who see every output.";
    private static final String ABOUT_BUILDING = "what in ('BUILDING', 'NODE', 'SCENE', 'CERTIFICATE')";

    static Sight of(Actor actor, Rights rights, Building building) {
        if (!actor.may(Role.OPERATOR)) {
            throw new AccessDeniedException("The audit is for operators, engineers and administrators.");
        }
        if (actor.may(Role.ADMIN)) {
            return ALL;
        }
        Reach seen = rights.reach(actor, Right.SEE);
        boolean whole = rights.reach(actor, Right.CONFIGURE).everywhere();
        return seen.everywhere()
                ? new Sight(false, whole, true, Set.of())
                : new Sight(
                        false,
                        whole,
                        false,
                        building.points().stream()
                                .filter(seen::holds)
                                .map(Point::id)
                                .collect(Collectors.toSet()));
    }

    /** Rules name other outputs, which somebody who does not see every one may not know of. */
    Row shown(Row row) {
        return everyPoint || row.entry().what() != What.RULES
                ? row
                : new Row(row.number(), row.entry().saying(RULES_CHANGED), row.hash());
    }

    /** Where a free text may be looked for in the reason of a row; without parameters. */
    String reasonCondition() {
        return everyPoint ? "1 = 1" : "what <> 'RULES'";
    }

    /** What it says in SQL; without parameters. */
    String condition() {
        if (all) {
            return "1 = 1";
        }
        String ofPoints = everyPoint ? "point_id is not null" : "point_id in (" + numbers() + ")";
        return building ? "(" + ofPoints + " or " + ABOUT_BUILDING + ")" : ofPoints;
    }

    /** Numbers of ours, never anybody's text; none is no point's number. */
    private String numbers() {
        return points.isEmpty()
                ? "0"
                : points.stream().sorted().map(PointId::toString).collect(Collectors.joining(", "));
    }
}
