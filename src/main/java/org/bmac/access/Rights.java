package org.bmac.access;

import java.util.Optional;
import org.bmac.building.Building;
import org.bmac.building.Buildings;
import org.bmac.point.PointId;
import org.springframework.stereotype.Component;

/**
 * Who may do what to which point: the one place where that is decided. The role says the most that one may do at all, the
 * grants say where; who has no grants may do it everywhere, and an administrator everything. Costs a few map accesses, may
 * be called on any thread, and is true for the moment in which it was asked.
 */
@Component
public class Rights {
    private static final int LONGEST_PLACE = 100;

    private final Buildings buildings;
    private final Grants grants;

    Rights(Buildings buildings, Grants grants) {
        this.buildings = buildings;
        this.grants = grants;
    }

    /**
     * By what the actor may do this, in words for the audit, such as "operator" or "operator, Ground floor"; empty when the
     * actor may not.
     */
    public Optional<String> of(Actor actor, Right right, PointId id) {
        Reach reach = reach(actor, right);
        if (reach.everywhere()) {
            return Optional.of(actor.role().code());
        }
        Building building = buildings.current();
        return building.point(id)
                .flatMap(reach::placeOf)
                .map(place -> start(actor.role().code() + ", " + place.words(building)));
    }

    /** Whether the actor may do this. */
    public final boolean may(Actor actor, Right right, PointId id) {
        Reach reach = reach(actor, right);
        return reach.everywhere()
                || buildings.current().point(id).filter(reach::holds).isPresent();
    }

    /** How far the actor may do this now. */
    public Reach reach(Actor actor, Right right) {
        if (!actor.may(right.least())) {
            return Reach.NOWHERE;
        }
        return actor.role() == Role.ADMIN ? Reach.EVERYWHERE : grants.reach(actor.user(), right);
    }

    /** The building as far as the actor may see it now: what lies elsewhere is left out as if it did not exist. */
    public Building seen(Actor actor) {
        return seen(reach(actor, Right.SEE), buildings.current());
    }

    /** As much of the building as lies within reach. */
    public static Building seen(Reach reach, Building building) {
        return reach.everywhere()
                ? building
                : building.only(
                        floor -> reach.touches(floor, building),
                        reach::holds,
                        node -> reach.touches(node, building),
                        reach::holds);
    }

    private static String start(String text) {
        return text.length() <= LONGEST_PLACE ? text : text.substring(0, LONGEST_PLACE);
    }
}
