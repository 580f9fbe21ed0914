package org.bmac.matrix;

import java.util.Set;
import org.bmac.access.Grant;
import org.bmac.access.Right;
import org.bmac.access.Where;

/** How what was granted to somebody lies to the place that matters. */
enum Relation {
    NOTHING_SAYS_WHERE,
    EVERYWHERE,
    THIS_FLOOR,
    THIS_ZONE,
    ANOTHER_ZONE,
    ANOTHER_FLOOR;

    Set<Grant> grants(Place place, Right most) {
        return switch (this) {
            case NOTHING_SAYS_WHERE -> Set.of();
            case EVERYWHERE -> Set.of(new Grant(most, new Where.Everywhere()));
            case THIS_FLOOR -> Set.of(new Grant(most, new Where.OnFloor(place.floor())));
            case THIS_ZONE -> Set.of(new Grant(most, new Where.InZone(place.zone())));
            case ANOTHER_ZONE -> Set.of(new Grant(most, new Where.InZone(place.anotherZone())));
            case ANOTHER_FLOOR -> Set.of(new Grant(most, new Where.OnFloor(place.anotherFloor())));
        };
    }

    /** Whether the place is within. */
    boolean holds() {
        return this != ANOTHER_ZONE && this != ANOTHER_FLOOR;
    }

    /** Whether something on its floor is within. */
    boolean touchesFloor() {
        return this != ANOTHER_FLOOR;
    }

    /** Whether everything is within. */
    boolean holdsAll() {
        return this == NOTHING_SAYS_WHERE || this == EVERYWHERE;
    }
}
