package org.bmac.floorplan;

import java.security.Principal;
import java.util.function.Predicate;
import org.bmac.point.PointId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Who may see which points on the map: the one place where the stream asks for rights. */
@Component
class Sight {
    /** The points that this person may see; asked often, on any thread. Everybody who is signed in sees all of them. */
    Predicate<PointId> of(@Nullable Principal person) {
        return _ -> true;
    }
}
