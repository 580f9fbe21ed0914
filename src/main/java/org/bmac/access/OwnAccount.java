package org.bmac.access;

import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.stereotype.Component;

/** What everybody may do to the own account. */
@Component
public class OwnAccount {
    private final SignIn signIn;
    private final UserRows rows;
    private final Passwords passwords;
    private final PasswordRules rules;
    private final Demonstration demonstration;
    private final Sessions sessions;
    private final ApplicationEventPublisher events;

    OwnAccount(
            SignIn signIn,
            UserRows rows,
            Passwords passwords,
            PasswordRules rules,
            Demonstration demonstration,
            Sessions sessions,
            ApplicationEventPublisher events) {
        this.signIn = signIn;
        this.rows = rows;
        this.passwords = passwords;
        this.rules = rules;
        this.demonstration = demonstration;
        this.sessions = sessions;
        this.events = events;
    }

    /** Whether this person's password can be changed at all: not that of the demonstration's own accounts. */
    public boolean mayChangePassword(Actor.Person by) {
        return !demonstration.running()
                || rows.find(by.user())
                        .filter(user -> user.standing() != Standing.SHOWN)
                        .isPresent();
    }

    /**
     * Changes the person's own password. All other sessions of the person end.
     *
     * @param address where the person sits, because guessing the current password is slowed down as at the door
     * @param session the id of the session that goes on
     * @throws IllegalArgumentException with a sentence when it cannot be
     */
    public void changePassword(
            Actor.Person by, String current, String wanted, String address, @Nullable String session) {
        if (!mayChangePassword(by)) {
            throw new IllegalArgumentException("The demonstration's own accounts keep the password that is shown.");
        }
        confirm(by, current, address);
        rules.check("The new password", wanted, by.name());
        rows.password(by.user(), passwords.hash(wanted));
        sessions.end(by.user(), session);
        events.publishEvent(new AccessChanged(by.user(), by, AccessChanged.How.PASSWORD));
    }

    private void confirm(Actor.Person by, String current, String address) {
        try {
            signIn.person(by.name(), current, address);
        } catch (BadCredentialsException _) {
            throw new IllegalArgumentException("The current password is wrong.");
        } catch (TooManyAttempts e) {
            throw new IllegalArgumentException(e.sentence());
        }
    }
}
