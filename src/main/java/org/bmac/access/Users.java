package org.bmac.access;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;

/**
 * The store of those who may sign in. May be called on any thread. Every change needs an administrator, and takes effect
 * at once: what takes something away ends the user's sessions, and {@link AccessChanged} is published. A change that cannot be throws
 * {@link IllegalArgumentException} with a sentence, one that the actor may not make {@link AccessDeniedException}.
 */
@Component
public class Users {
    private final UserRows rows;
    private final TokenRows tokens;
    private final Passwords passwords;
    private final Demonstration demonstration;
    private final Sessions sessions;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Users(
            UserRows rows,
            TokenRows tokens,
            Passwords passwords,
            Demonstration demonstration,
            Sessions sessions,
            ApplicationEventPublisher events,
            Clock clock) {
        this.rows = rows;
        this.tokens = tokens;
        this.passwords = passwords;
        this.demonstration = demonstration;
        this.sessions = sessions;
        this.events = events;
        this.clock = clock;
    }

    /** All users, by name. */
    public List<User> all() {
        return rows.all();
    }

    public Optional<User> find(UserId id) {
        return rows.find(id);
    }

    /** Whether what this actor has begun may go on: the user still is there, enabled, and holds the role. */
    public boolean stands(Actor actor) {
        return rows.find(actor.user())
                .filter(User::enabled)
                .filter(user -> user.role().holds(actor.role()))
                .isPresent();
    }

    /** Whether an administrator may change this user: not the own account, and none of the running demonstration's own. */
    public boolean mayChange(Actor by, User user) {
        return !user.id().equals(by.user()) && !isShownNow(user);
    }

    /**
     * Adds a user.
     *
     * @param name is written as {@link User#nameOf} does
     * @return the password, to be shown once
     */
    public String add(Actor by, String name, Role role) {
        requireAdmin(by);
        String written = User.nameOf(name);
        new User(new UserId(0), written, role, true, Standing.LASTING, clock.instant(), null);
        if (rows.named(written).isPresent()) {
            throw new IllegalArgumentException("There is a user called " + written + " already.");
        }
        String password = passwords.invent();
        UserId id = rows.add(written, role, passwords.hash(password), newStanding(), clock.instant());
        tell(by, id, AccessChanged.How.ADDED);
        return password;
    }

    /** Gives a user another role. */
    public void changeRole(Actor by, UserId id, Role role) {
        User user = changeable(by, id);
        if (user.role() != role) {
            rows.role(id, role);
            changed(by, id, AccessChanged.How.ROLE);
        }
    }

    /** Shuts a user out. The tokens are kept, and open nothing until the user is enabled again. */
    public void disable(Actor by, UserId id) {
        changeable(by, id);
        rows.enabled(id, false);
        changed(by, id, AccessChanged.How.SHUT_OUT);
    }

    /** Lets a user in again. One that a past demonstration has left behind first needs a new password. */
    public void enable(Actor by, UserId id) {
        User user = changeable(by, id);
        if (!demonstration.running() && user.standing() != Standing.LASTING) {
            throw new IllegalArgumentException(
                    user.name() + " is from the demonstration. A new password lets this user in again.");
        }
        rows.enabled(id, true);
        tell(by, id, AccessChanged.How.LET_IN);
    }

    /**
     * Gives a user a new password and lets the user in again; tokens made before are gone.
     *
     * @return the password, to be shown once
     */
    public String resetPassword(Actor by, UserId id) {
        User user = changeable(by, id);
        String password = passwords.invent();
        rows.open(id, user.role(), passwords.hash(password), newStanding());
        tokens.removeAllOf(id);
        changed(by, id, AccessChanged.How.PASSWORD);
        return password;
    }

    private Standing newStanding() {
        return demonstration.running() ? Standing.TRIAL : Standing.LASTING;
    }

    private void changed(Actor by, UserId id, AccessChanged.How how) {
        sessions.end(id, null);
        tell(by, id, how);
    }

    private void tell(Actor by, UserId id, AccessChanged.How how) {
        events.publishEvent(new AccessChanged(id, by, how));
    }

    /** The user, if the actor may change it at all. */
    User changeable(Actor by, UserId id) {
        requireAdmin(by);
        User user = rows.find(id).orElseThrow(() -> new IllegalArgumentException("There is no such user."));
        if (id.equals(by.user())) {
            throw new IllegalArgumentException("You cannot do this to yourself; another administrator can.");
        }
        if (isShownNow(user)) {
            throw new IllegalArgumentException("The demonstration's own accounts stay as they are.");
        }
        return user;
    }

    private boolean isShownNow(User user) {
        return demonstration.running() && user.standing() == Standing.SHOWN;
    }

    private void requireAdmin(Actor by) {
        if (!by.may(Role.ADMIN) || !stands(by)) {
            throw new AccessDeniedException("Only an administrator may change users.");
        }
    }
}
