package org.bmac.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.WebAuthenticationDetails;

class ProgramProviderTests {
    private static final String PASSWORD = "correct-horse-7";

    private final TestAccess access = TestAccess.inEarnest(TestAccess.freshFolder(), PASSWORD);
    private final ProgramProvider door =
            new ProgramProvider(access.signIn, access.tokens, new RememberedPasswords(access.clock), access.attempts);

    @Test
    void whatAProgramsAddressIsRememberedForOpensNothingToWhoGuessesElsewhere() {
        door.authenticate(request(PASSWORD, "192.0.2.1"));
        IntStream.range(0, Attempts.PER_NAME)
                .forEach(i -> assertThatThrownBy(() -> door.authenticate(request("guess-" + i, "198.51.100.7")))
                        .isInstanceOf(BadCredentialsException.class));

        assertThatThrownBy(() -> door.authenticate(request(PASSWORD, "198.51.100.7")))
                .isInstanceOf(TooManyAttempts.class);
    }

    @Test
    void theProgramItselfGoesOnWhileSomebodyInItsNetworkGuesses() {
        door.authenticate(request(PASSWORD, "192.0.2.1"));
        IntStream.range(0, Attempts.PER_NAME)
                .forEach(i -> assertThatThrownBy(() -> door.authenticate(request("guess-" + i, "192.0.2.2"))));

        assertThat(door.authenticate(request(PASSWORD, "192.0.2.1")).isAuthenticated())
                .isTrue();
    }

    private static Authentication request(String password, String address) {
        UsernamePasswordAuthenticationToken request =
                UsernamePasswordAuthenticationToken.unauthenticated("admin", password);
        request.setDetails(new WebAuthenticationDetails(address, null));
        return request;
    }
}
