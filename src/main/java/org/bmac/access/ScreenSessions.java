package org.bmac.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.session.ChangeSessionIdAuthenticationStrategy;
import org.springframework.security.web.authentication.session.SessionAuthenticationStrategy;

/**
 * What happens to the session when somebody has come in. One in which nobody had signed in gets another id; one of
 * somebody who had, also of the same person, ends with all that was shown in it, and another begins. It is remembered as
 * the user's.
 */
class ScreenSessions implements SessionAuthenticationStrategy {
    private final SessionAuthenticationStrategy changeId = new ChangeSessionIdAuthenticationStrategy();
    private final Sessions sessions;
    private final Users users;
    private final SignIn signIn;

    ScreenSessions(Sessions sessions, Users users, SignIn signIn) {
        this.sessions = sessions;
        this.users = users;
        this.signIn = signIn;
    }

    /** @throws BadCredentialsException when the user was shut out since the password was looked at */
    @Override
    public void onAuthentication(
            Authentication authentication, HttpServletRequest request, HttpServletResponse response) {
        HttpSession before = request.getSession(false);
        if (before == null || !sessions.end(before)) {
            changeId.onAuthentication(authentication, request, response);
        }
        if (authentication.getPrincipal() instanceof Actor actor) {
            begin(request.getSession(), actor);
        }
    }

    /** Looks again only when the session can be ended from outside, so that whoever shuts the user out meets one or the other. */
    private void begin(HttpSession session, Actor actor) {
        sessions.begin(session, actor.user());
        if (!users.stands(actor)) {
            sessions.end(session);
            throw new BadCredentialsException("the user was shut out while signing in");
        }
        signIn.done(actor.user());
    }
}
