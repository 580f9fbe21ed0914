package org.bmac.access;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What lets a program in, in the name of a user. The secret itself is kept nowhere.
 *
 * @param label what its owner calls it
 * @param role the most that it may do; less when its owner holds less by then
 * @param lastUsed to the minute; null when never
 */
public record Token(
        TokenId id,
        UserId user,
        String label,
        Role role,
        Instant made,
        @Nullable Instant lastUsed) {
    /** The longest label in characters. */
    public static final int LONGEST_LABEL = 100;

    public Token {
        if (label.isBlank() || label.length() > LONGEST_LABEL) {
            throw new IllegalArgumentException("A token needs a name of 1 to " + LONGEST_LABEL + " characters.");
        }
    }
}
