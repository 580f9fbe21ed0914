package org.bmac.access;

import java.time.Clock;
import java.util.Optional;
import org.bmac.access.UserRows.Locked;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.stereotype.Component;

/** Measures a password against a name. */
@Component
class SignIn {
    private final UserRows rows;
    private final Passwords passwords;
    private final Attempts attempts;
    private final Clock clock;

    SignIn(UserRows rows, Passwords passwords, Attempts attempts, Clock clock) {
        this.rows = rows;
        this.passwords = passwords;
        this.attempts = attempts;
        this.clock = clock;
    }

    /**
     * The user with this name and password. Takes as long for a name that nobody has, or that is disabled.
     *
     * @param typed the name as it was typed
     * @param address where it comes from
     * @throws TooManyAttempts when too many were wrong; nothing was looked at then
     * @throws BadCredentialsException when they do not belong together, or the user is disabled
     */
    User person(String typed, String password, String address) {
        String name = User.nameOf(start(typed, User.LONGEST_NAME + 1));
        attempts.draw(name, address);
        Optional<Locked> found = rows.named(name).filter(locked -> locked.user().enabled());
        String hash = found.map(Locked::hash).orElse(Passwords.NONE);
        boolean fits = passwords.fits(start(password, PasswordRules.LONGEST * 2 + 1), hash);
        if (!fits || found.isEmpty()) {
            throw new BadCredentialsException("user name or password is wrong");
        }
        attempts.wasRight(name, address);
        User user = found.get().user();
        if (passwords.outdated(hash)) {
            rows.password(user.id(), passwords.hash(password));
        }
        return user;
    }

    /** The user has come in on a screen. */
    void done(UserId user) {
        rows.signedIn(user, clock.instant());
    }

    private static String start(String text, int most) {
        return text.length() <= most ? text : text.substring(0, most);
    }
}
