package org.bmac.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.stream.IntStream;
import org.bmac.MovableClock;
import org.junit.jupiter.api.Test;

class AttemptsTests {
    private final MovableClock clock = new MovableClock();
    private final Attempts attempts = new Attempts(clock);

    @Test
    void fiveAttemptsForOneNameAreFreeThenOneAMinute() {
        draw(5, "anna", "192.0.2.1");

        assertThatThrownBy(() -> attempts.draw("anna", "192.0.2.1"))
                .isInstanceOfSatisfying(TooManyAttempts.class, many -> assertThat(many.seconds())
                        .isEqualTo(60));

        clock.move(Duration.ofSeconds(59));
        assertThatThrownBy(() -> attempts.draw("anna", "192.0.2.1"))
                .isInstanceOfSatisfying(TooManyAttempts.class, many -> assertThat(many.sentence())
                        .isEqualTo("Too many attempts. Try again in 1 second."));

        clock.move(Duration.ofSeconds(1));
        assertThatCode(() -> attempts.draw("anna", "192.0.2.1")).doesNotThrowAnyException();
        assertThatThrownBy(() -> attempts.draw("anna", "192.0.2.1")).isInstanceOf(TooManyAttempts.class);
    }

    @Test
    void aNameIsSlowedDownFromWhateverAddressOfANetwork() {
        IntStream.range(0, 5).forEach(i -> attempts.draw("anna", "192.0.2." + i));
        IntStream.range(0, 5).forEach(i -> attempts.draw("anna", "2001:db8:0:1::" + i));

        assertThatThrownBy(() -> attempts.draw("anna", "192.0.2.7")).isInstanceOf(TooManyAttempts.class);
        assertThatThrownBy(() -> attempts.draw("anna", "2001:db8:0:2::7")).isInstanceOf(TooManyAttempts.class);
    }

    @Test
    void nobodyElsewhereLocksAnAccountOut() {
        draw(5, "anna", "198.51.100.7");
        draw(5, "anna", "2001:db8:0:1::7");

        assertThatCode(() -> draw(5, "anna", "192.0.2.1")).doesNotThrowAnyException();
        assertThatCode(() -> draw(5, "anna", "2001:db8:1::1")).doesNotThrowAnyException();
    }

    @Test
    void whoMayNotTryAnyMoreMakesNothingBeRemembered() {
        IntStream.range(0, Attempts.PER_ADDRESS).forEach(i -> attempts.draw("name" + i, "192.0.2.1"));
        int before = attempts.remembered();

        assertThatThrownBy(() -> attempts.draw("another", "192.0.2.1")).isInstanceOf(TooManyAttempts.class);

        assertThat(attempts.remembered()).isEqualTo(before);
    }

    @Test
    void whatANameMayNotTryIsNotHeldAgainstTheAddress() {
        draw(5, "anna", "192.0.2.1");
        IntStream.range(0, 100).forEach(_ -> assertThatThrownBy(() -> attempts.draw("anna", "192.0.2.1")));

        assertThatCode(() -> draw(5, "bert", "192.0.2.1")).doesNotThrowAnyException();
    }

    @Test
    void anAddressIsSlowedDownForWhateverName() {
        IntStream.range(0, Attempts.PER_ADDRESS).forEach(i -> attempts.draw("name" + i, "192.0.2.1"));

        assertThatThrownBy(() -> attempts.draw("anna", "192.0.2.1"))
                .isInstanceOfSatisfying(TooManyAttempts.class, many -> assertThat(many.seconds())
                        .isEqualTo(10));
        assertThatCode(() -> attempts.draw("anna", "192.0.2.2")).doesNotThrowAnyException();
    }

    @Test
    void whatAnAddressMayNotTryIsNotHeldAgainstTheName() {
        IntStream.range(0, Attempts.PER_ADDRESS).forEach(i -> attempts.draw("name" + i, "192.0.2.1"));
        IntStream.range(0, 20).forEach(_ -> assertThatThrownBy(() -> attempts.draw("anna", "192.0.2.1")));

        assertThatCode(() -> draw(5, "anna", "192.0.2.2")).doesNotThrowAnyException();
    }

    @Test
    void theRightPasswordGivesTheNameAllItsAttemptsBack() {
        draw(4, "anna", "192.0.2.1");
        attempts.draw("anna", "192.0.2.1");
        attempts.wasRight("anna", "192.0.2.1");

        assertThatCode(() -> draw(5, "anna", "192.0.2.1")).doesNotThrowAnyException();
    }

    @Test
    void ownSuccessesDoNotBuyFurtherGuessesFromAnAddress() {
        for (int i = 0; i < Attempts.PER_ADDRESS; i++) {
            attempts.draw("victim" + i, "192.0.2.1");
            if (i < Attempts.PER_ADDRESS - 1) {
                attempts.draw("own", "192.0.2.1");
                attempts.wasRight("own", "192.0.2.1");
            }
        }

        assertThatThrownBy(() -> attempts.draw("victim", "192.0.2.1")).isInstanceOf(TooManyAttempts.class);
    }

    @Test
    void theSixtyFourBitsOfANetworkCountAsOneAddress() {
        IntStream.range(0, Attempts.PER_ADDRESS).forEach(i -> attempts.draw("name" + i, "2001:db8:0:1::" + i));

        assertThatThrownBy(() -> attempts.draw("anna", "2001:db8:0:1:ffff::1")).isInstanceOf(TooManyAttempts.class);
        assertThatCode(() -> attempts.draw("anna", "2001:db8:0:2::1")).doesNotThrowAnyException();
    }

    @Test
    void whatIsRememberedIsBounded() {
        IntStream.range(0, 3 * Attempts.MOST_REMEMBERED)
                .forEach(i -> attempts.draw("n" + i, "10." + (i >> 16) + "." + (i >> 8 & 255) + "." + (i & 255)));

        assertThat(attempts.remembered()).isEqualTo(2 * Attempts.MOST_REMEMBERED);
    }

    @Test
    void anAddressThatIsNoneCountsAsItself() {
        IntStream.range(0, Attempts.PER_ADDRESS).forEach(i -> attempts.draw("name" + i, ""));

        assertThatThrownBy(() -> attempts.draw("")).isInstanceOf(TooManyAttempts.class);
    }

    private void draw(int times, String name, String address) {
        IntStream.range(0, times).forEach(_ -> attempts.draw(name, address));
    }
}
