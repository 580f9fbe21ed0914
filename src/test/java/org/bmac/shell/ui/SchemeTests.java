package org.bmac.shell.ui;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.Cookie;
import org.junit.jupiter.api.Test;

class SchemeTests {

    @Test
    void theCookieOfThisBrowserDecides() {
        assertThat(Scheme.chosenIn(cookies(new Cookie("other", "LIGHT"), new Cookie("bmac-scheme", "DARK"))))
                .isEqualTo(Scheme.DARK);
    }

    @Test
    void withoutACookieTheDeviceDecides() {
        assertThat(Scheme.chosenIn(null)).isEqualTo(Scheme.SYSTEM);
        assertThat(Scheme.chosenIn(cookies())).isEqualTo(Scheme.SYSTEM);
    }

    @Test
    void aCookieThatSaysNonsenseCountsAsNone() {
        assertThat(Scheme.chosenIn(cookies(new Cookie("bmac-scheme", "dark\"><script>"))))
                .isEqualTo(Scheme.SYSTEM);
    }

    private static Cookie[] cookies(Cookie... cookies) {
        return cookies;
    }
}
