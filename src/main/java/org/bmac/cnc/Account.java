package org.bmac.cnc;

import java.util.Optional;
import java.util.Set;
import org.bmac.access.Actor;
import org.bmac.access.Reach;
import org.bmac.access.Right;
import org.bmac.access.Rights;
import org.bmac.access.Role;
import org.bmac.access.User;
import org.bmac.access.Users;
import org.bmac.building.FloorId;
import org.springframework.stereotype.Component;

/** In whose name the desktop client acts, and how far that goes; asked anew each time, so that what is taken away is gone. */
@Component
class Account {
    private static final String CLIENT = "C&C client";

    private final CncSettings settings;
    private final Users users;
    private final Rights rights;

    Account(CncSettings settings, Users users, Rights rights) {
        this.settings = settings;
        this.users = users;
        this.rights = rights;
    }

    /**
     * Who acts.
     *
     * @param reach where nodes may be changed
     * @param unplaced whether nodes may be taken from their place, and from those without one
     */
    record Acting(Actor actor, Reach reach, boolean unplaced) {}

    /** Empty when the account that is named is not there, shut out, or no engineer. */
    Optional<Acting> on(FloorId floor) {
        if (settings.user().isEmpty()) {
            Reach one = new Reach(false, Set.of(floor), Set.of());
            return Optional.of(new Acting(new Actor.Automation(CLIENT, Role.ENGINEER), one, true));
        }
        String name = User.nameOf(settings.user());
        return users.all().stream()
                .filter(user -> user.name().equals(name) && user.enabled())
                .<Actor>map(user -> new Actor.Program(user.id(), user.name(), CLIENT, user.role()))
                .filter(actor -> actor.may(Role.ENGINEER))
                .map(actor -> acting(actor, rights.reach(actor, Right.CONFIGURE)))
                .findFirst();
    }

    private static Acting acting(Actor actor, Reach reach) {
        return new Acting(actor, reach, reach.everywhere());
    }
}
