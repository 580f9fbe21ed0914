package org.bmac.access;

import java.util.Optional;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/** Who is acting in the request, or on the screen, that the calling thread serves. */
@Component
public class SignedIn {

    /** The actor; empty when nobody has signed in, and on threads that serve nobody. */
    public Optional<Actor> actor() {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication != null && authentication.getPrincipal() instanceof Actor actor
                ? Optional.of(actor)
                : Optional.empty();
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
