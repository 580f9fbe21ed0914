package org.bmac.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.servlet.http.HttpSession;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;

class ScreenSessionsTests {
    private static final String PASSWORD = "correct-horse-7";

    private final TestAccess access = TestAccess.inEarnest(TestAccess.freshFolder(), PASSWORD);
    private final ScreenSessions screens = new ScreenSessions(access.sessions, access.users, access.signIn);
    private final MockHttpServletRequest request = new MockHttpServletRequest();

    @Test
    void whatWasBegunBeforeSignInGoesOnUnderAnotherName() {
        MockHttpSession before = new MockHttpSession();
        String planted = before.getId();
        request.setSession(before);

        comesIn(access.person("admin"));

        assertThat(before.isInvalid()).isFalse();
        assertThat(session().getId()).isNotEqualTo(planted);
    }

    @Test
    void whoSignsInAgainBeginsAnewEvenAsTheSamePerson() {
        comesIn(access.person("admin"));
        HttpSession before = session();

        comesIn(access.person("admin"));

        assertThat(((MockHttpSession) before).isInvalid()).isTrue();
        assertThat(session()).isNotSameAs(before);
        assertThat(access.sessions.count(access.user("admin").id())).isEqualTo(1);
    }

    @Test
    void sessionThatEndsWhileSomebodySignsInWithItIsNoFault() {
        MockHttpSession before = new MockHttpSession();
        before.invalidate();

        assertThat(access.sessions.end(before)).isTrue();
    }

    @Test
    void whoIsShutOutBetweenThePasswordAndTheSessionStaysOutside() {
        access.users.add(access.person("admin"), "anna", Role.OPERATOR);
        Actor.Person anna = access.person("anna");
        access.users.disable(access.person("admin"), anna.user());

        assertThatThrownBy(() -> comesIn(anna)).isInstanceOf(BadCredentialsException.class);

        assertThat(access.sessions.count(anna.user())).isZero();
        assertThat(request.getSession(false)).isNull();
        assertThat(access.user("anna").lastSignIn()).isNull();
    }

    @Test
    void whoIsTrustedWithLessSinceThePasswordStaysOutside() {
        access.users.add(access.person("admin"), "anna", Role.OPERATOR);
        Actor.Person anna = access.person("anna");
        access.users.changeRole(access.person("admin"), anna.user(), Role.VIEWER);

        assertThatThrownBy(() -> comesIn(anna)).isInstanceOf(BadCredentialsException.class);

        assertThat(access.sessions.count(anna.user())).isZero();
    }

    private void comesIn(Actor.Person person) {
        Authentication asked = UsernamePasswordAuthenticationToken.unauthenticated(person.name(), PASSWORD);
        screens.onAuthentication(Credentials.of(person, asked), request, new MockHttpServletResponse());
    }

    private HttpSession session() {
        return Objects.requireNonNull(request.getSession(false));
    }
}
