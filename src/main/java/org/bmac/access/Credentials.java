package org.bmac.access;

import java.util.List;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.web.authentication.WebAuthenticationDetails;

/** Between our words and the framework's. */
final class Credentials {
    private Credentials() {}

    /** The actor as the framework carries it, with one authority for each role held. */
    static Authentication of(Actor actor, Authentication request) {
        List<GrantedAuthority> held = actor.role().held().stream()
                .map(role -> (GrantedAuthority) new SimpleGrantedAuthority("ROLE_" + role.name()))
                .toList();
        UsernamePasswordAuthenticationToken made = UsernamePasswordAuthenticationToken.authenticated(actor, null, held);
        made.setDetails(request.getDetails());
        return made;
    }

    /** Where the request came from. */
    static String addressOf(Authentication request) {
        return request.getDetails() instanceof WebAuthenticationDetails details ? details.getRemoteAddress() : "";
    }

    static String secretOf(Authentication request) {
        return request.getCredentials() instanceof String secret ? secret : "";
    }
}
