package org.bmac.access;

import java.security.Principal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/** Who is acting in the request, or on the screen, that the calling thread serves. */
@Component
public class SignedIn {

    /** The actor; empty when nobody has signed in, and on threads that serve nobody. */
    public Optional<Actor> actor() {
        return actor(SecurityContextHolder.getContext().getAuthentication());
    }

    /** The actor behind what a request or a socket says about who made it; empty when nobody has signed in there. */
    public static Optional<Actor> actor(@Nullable Principal principal) {
        Object found = principal instanceof Authentication authentication ? authentication.getPrincipal() : principal;
        return found instanceof Actor actor ? Optional.of(actor) : Optional.empty();
    }

    /**
     * The person on a screen.
     *
     * @throws IllegalStateException where nobody has signed in with a password
     */
    public Actor.Person person() {
        return actor().filter(Actor.Person.class::isInstance)
                .map(Actor.Person.class::cast)
                .orElseThrow(() -> new IllegalStateException("nobody is signed in here"));
    }
}
