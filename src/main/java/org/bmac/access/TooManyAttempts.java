package org.bmac.access;

import java.time.Duration;
import org.springframework.security.core.AuthenticationException;

/** Nobody looks at the password before this long, because too many were wrong. */
public class TooManyAttempts extends AuthenticationException {
    private final Duration left;

    TooManyAttempts(Duration left) {
        super("too many attempts");
        this.left = left;
    }

    /** The whole seconds to wait, at least one. */
    public long seconds() {
        return Math.max(1, left.plusMillis(999).toSeconds());
    }

    /** What to tell the person. */
    public static String sentence(long seconds) {
        return "Too many attempts. Try again in "
                + (seconds < 120 ? seconds + (seconds == 1 ? " second." : " seconds.") : seconds / 60 + " minutes.");
    }

    String sentence() {
        return sentence(seconds());
    }
}
