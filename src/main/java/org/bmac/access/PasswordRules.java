package org.bmac.access;

import org.springframework.stereotype.Component;

/** Which passwords nobody should have. */
@Component
class PasswordRules {
    static final int SHORTEST = 8;
    static final int LONGEST = 200;

    private final PasswordRows rows;
    private final Passwords passwords;

    PasswordRules(PasswordRows rows, Passwords passwords) {
        this.rows = rows;
        this.passwords = passwords;
    }

    /**
     * Refuses a password that is too short or too long.
     *
     * @param what begins the sentence
     * @throws IllegalArgumentException with a sentence that does not contain the password
     */
    static void checkLength(String what, String password) {
        int length = password.codePointCount(0, password.length());
        if (length < SHORTEST || length > LONGEST) {
            throw new IllegalArgumentException(
                    what + " must have " + SHORTEST + " to " + LONGEST + " characters; this one has " + length + ".");
        }
    }

    /** As {@link #checkLength}; also refuses the user's own name, and what a demonstration has shown to everybody. */
    void check(String what, String password, String user) {
        checkLength(what, password);
        if (User.nameOf(password).equals(user)) {
            throw new IllegalArgumentException(what + " must not be the user's name.");
        }
        if (rows.shown().stream().anyMatch(hash -> passwords.fits(password, hash))) {
            throw new IllegalArgumentException(
                    what + " must not be one that the demonstration has shown on its sign-in page. Choose another.");
        }
    }
}
