package org.bmac.command;

import java.time.Instant;
import java.util.List;
import org.bmac.access.Actor;
import org.bmac.access.Right;
import org.bmac.access.Rights;
import org.bmac.building.Buildings;
import org.bmac.point.PointId;
import org.springframework.stereotype.Component;

/** What was asked of outputs, and who held them; as far back as single readings are usually kept. Any thread. */
@Component
public class PastCommands {
    /** More than these of one output are not told at once; of more the newest. */
    public static final int MOST = 500;

    private final CommandRows rows;
    private final Buildings buildings;
    private final Rights rights;

    PastCommands(CommandRows rows, Buildings buildings, Rights rights) {
        this.rows = rows;
        this.buildings = buildings;
        this.rights = rights;
    }

    /**
     * The commands that were asked of an output from one moment to another, oldest first.
     *
     * @return nothing when there is no such point that the actor may see
     */
    public List<Command> asked(Actor by, PointId point, Instant from, Instant to) {
        return rights.may(by, Right.SEE, point)
                ? rows.asked(point, from, to, MOST, buildings.current()).reversed()
                : List.of();
    }

    /**
     * The overrides that were held for an output at any time from one moment to another, in the order in which they began.
     *
     * @return nothing when there is no such point that the actor may see
     */
    public List<Tenure> overrides(Actor by, PointId point, Instant from, Instant to) {
        if (!rights.may(by, Right.SEE, point)) {
            return List.of();
        }
        List<Command> asked =
                rows.overriding(point, to, MOST, buildings.current()).reversed();
        return Tenure.of(asked).stream()
                .filter(tenure -> tenure.from().isBefore(to) && tenure.isAfter(from))
                .toList();
    }
}
