package org.bmac.access;

import java.util.Optional;
import org.bmac.point.PointId;
import org.springframework.stereotype.Component;

/** Who may do what to which point: the one place where that is asked. So far the role alone decides. */
@Component
public class Rights {

    /** By what the actor may do this, in words for the audit, such as "operator"; empty when the actor may not. */
    public Optional<String> of(Actor actor, Right right, PointId point) {
        return actor.may(right.least()) ? Optional.of(actor.role().code()) : Optional.empty();
    }

    /** Whether the actor may do this. */
    public final boolean may(Actor actor, Right right, PointId point) {
        return of(actor, right, point).isPresent();
    }
}
