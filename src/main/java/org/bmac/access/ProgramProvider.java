package org.bmac.access;

import java.util.Optional;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;

/** Lets programs in, with a token, or with a user's name and password on every request. */
class ProgramProvider implements AuthenticationProvider {
    private final SignIn signIn;
    private final Tokens tokens;
    private final RememberedPasswords remembered;
    private final Attempts attempts;

    ProgramProvider(SignIn signIn, Tokens tokens, RememberedPasswords remembered, Attempts attempts) {
        this.signIn = signIn;
        this.tokens = tokens;
        this.remembered = remembered;
        this.attempts = attempts;
    }

    @Override
    public Authentication authenticate(Authentication request) {
        String secret = Credentials.secretOf(request);
        String address = Credentials.addressOf(request);
        Actor actor =
                request instanceof BearerToken ? program(secret, address) : person(request.getName(), secret, address);
        return Credentials.of(actor, request);
    }

    @Override
    public boolean supports(Class<?> type) {
        return BearerToken.class.isAssignableFrom(type)
                || UsernamePasswordAuthenticationToken.class.isAssignableFrom(type);
    }

    private Actor program(String secret, String address) {
        Optional<Actor.Program> program = tokens.open(secret);
        if (program.isEmpty()) {
            attempts.draw(address);
            throw new BadCredentialsException("the token is not one, or was taken back");
        }
        return program.get();
    }

    private Actor person(String name, String password, String address) {
        return remembered.find(name, password, address).orElseGet(() -> {
            long mark = remembered.mark();
            User user = signIn.person(name, password, address);
            Actor.Person person = new Actor.Person(user.id(), user.name(), user.role());
            remembered.keep(mark, name, password, address, person);
            return person;
        });
    }
}
