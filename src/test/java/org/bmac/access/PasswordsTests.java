package org.bmac.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PasswordsTests {
    private static final String COST = "{argon2id}$argon2id$v=19$m=19456,t=2,p=1$";

    private final Passwords passwords = new Passwords();

    @Test
    void hashesAreArgon2idWithTheRecommendedCost() {
        String hash = passwords.hash("blue-kettle-91");

        assertThat(hash).startsWith(COST);
        assertThat(passwords.fits("blue-kettle-91", hash)).isTrue();
        assertThat(passwords.fits("blue-kettle-92", hash)).isFalse();
        assertThat(passwords.hash("blue-kettle-91")).isNotEqualTo(hash);
        assertThat(passwords.outdated(hash)).isFalse();
    }

    @Test
    void nothingFitsTheHashOfNobodyWhichCostsAsMuch() {
        String hash = passwords.hash("blue-kettle-91");

        assertThat(passwords.fits("", Passwords.NONE)).isFalse();
        assertThat(passwords.fits("blue-kettle-91", Passwords.NONE)).isFalse();
        assertThat(Passwords.NOBODY).hasSameSizeAs(hash);
        assertThat(Passwords.NOBODY).startsWith(COST);
        assertThat(passwords.outdated(Passwords.NOBODY)).isFalse();
    }

    @Test
    void inventedPasswordsDifferAndAreEasyToType() {
        assertThat(IntStream.range(0, 1_000).mapToObj(_ -> passwords.invent()))
                .doesNotHaveDuplicates()
                .allMatch(password -> password.matches("([2-9a-hj-km-np-z]{4}-){3}[2-9a-hj-km-np-z]{4}"));
    }
}
