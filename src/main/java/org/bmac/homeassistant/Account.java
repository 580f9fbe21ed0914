package org.bmac.homeassistant;

import java.util.Optional;
import org.bmac.access.Actor;
import org.bmac.access.Right;
import org.bmac.access.Rights;
import org.bmac.access.Role;
import org.bmac.access.User;
import org.bmac.access.Users;
import org.bmac.point.PointId;
import org.springframework.stereotype.Component;

/** In whose name Home Assistant acts, and how far that goes; asked anew each time, so that what is taken away is gone. */
@Component("homeAssistantAccount")
class Account {
    static final String CLIENT = "Home Assistant";

    private final HomeAssistantSettings settings;
    private final Users users;
    private final Rights rights;

    Account(HomeAssistantSettings settings, Users users, Rights rights) {
        this.settings = settings;
        this.users = users;
        this.rights = rights;
    }

    /** Who commands; empty when nobody is named, or the account is not there or shut out. */
    Optional<Actor> actor() {
        if (settings.user().isEmpty()) {
            return Optional.empty();
        }
        String name = User.nameOf(settings.user());
        return users.all().stream()
                .filter(user -> user.name().equals(name) && user.enabled())
                .<Actor>map(user -> new Actor.Program(user.id(), user.name(), CLIENT, user.role()))
                .findFirst();
    }

    /** Whether Home Assistant is shown this point: what the account may see, or everything where none is named. */
    boolean sees(Optional<Actor> actor, PointId point) {
        return settings.user().isEmpty()
                || actor.filter(who -> rights.may(who, Right.SEE, point)).isPresent();
    }

    /** Whether Home Assistant is offered to command it. */
    boolean commands(Optional<Actor> actor, PointId point) {
        return actor.filter(who -> who.may(Role.OPERATOR) && rights.may(who, Right.COMMAND, point))
                .isPresent();
    }
}
