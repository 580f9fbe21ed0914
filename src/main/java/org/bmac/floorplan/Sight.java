package org.bmac.floorplan;

import java.security.Principal;
import java.util.Optional;
import java.util.function.Predicate;
import org.bmac.access.Actor;
import org.bmac.access.Reach;
import org.bmac.access.Right;
import org.bmac.access.Rights;
import org.bmac.access.SignedIn;
import org.bmac.access.UserId;
import org.bmac.building.Building;
import org.bmac.building.Buildings;
import org.bmac.building.Floor;
import org.bmac.building.FloorId;
import org.bmac.point.PointId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Who may see what of the map: the one place where the stream, the model and the plans ask for rights. */
@Component
class Sight {
    private final Rights rights;
    private final Buildings buildings;

    Sight(Rights rights, Buildings buildings) {
        this.rights = rights;
        this.buildings = buildings;
    }

    /** Whether this person may see a point at the moment of asking; asked often, on any thread. Nobody sees nothing. */
    Predicate<PointId> of(@Nullable Principal person) {
        Optional<Actor> actor = SignedIn.actor(person);
        return actor.isEmpty() ? _ -> false : id -> rights.may(actor.get(), Right.SEE, id);
    }

    /** What this person has to do with what waits for a second one. */
    Asks asks(@Nullable Principal person) {
        return SignedIn.actor(person).map(actor -> Asks.of(actor, rights)).orElse(Asks.NONE);
    }

    /** How far this person may see now. */
    Reach reach(@Nullable Principal person) {
        return SignedIn.actor(person)
                .map(actor -> rights.reach(actor, Right.SEE))
                .orElse(Reach.NOWHERE);
    }

    /** A floor that this person may see something of; empty when there is none. */
    Optional<FloorId> floor(FloorId id, @Nullable Principal person) {
        Building building = buildings.current();
        return building.floor(id)
                .filter(floor -> reach(person).touches(floor, building))
                .map(Floor::id);
    }

    static boolean belongs(@Nullable Principal person, UserId user) {
        return SignedIn.actor(person).map(Actor::user).filter(user::equals).isPresent();
    }
}
