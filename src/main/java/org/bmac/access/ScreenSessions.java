package org.bmac.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.session.ChangeSessionIdAuthenticationStrategy;
import org.springframework.security.web.authentication.session.SessionAuthenticationStrategy;

/** What happens to the session when somebody has come in: it gets another id, and is remembered as the user's. */
class ScreenSessions implements SessionAuthenticationStrategy {
    private final SessionAuthenticationStrategy changeId = new ChangeSessionIdAuthenticationStrategy();
    private final Sessions sessions;
    private final SignIn signIn;

    ScreenSessions(Sessions sessions, SignIn signIn) {
        this.sessions = sessions;
        this.signIn = signIn;
    }

    @Override
    public void onAuthentication(
            Authentication authentication, HttpServletRequest request, HttpServletResponse response) {
        changeId.onAuthentication(authentication, request, response);
        if (authentication.getPrincipal() instanceof Actor actor) {
            sessions.begin(request.getSession(), actor.user());
            signIn.done(actor.user());
        }
    }
}
