package org.bmac.access;

import java.text.Normalizer;
import java.time.Instant;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who may sign in.
 *
 * @param name as {@link #nameOf} writes it; unique
 * @param enabled whether the account may be used now
 * @param lastSignIn by password on a screen; null when never
 */
public record User(
        UserId id,
        String name,
        Role role,
        boolean enabled,
        Standing standing,
        Instant made,
        @Nullable Instant lastSignIn) {
    /** The longest name in characters. */
    public static final int LONGEST_NAME = 64;

    private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{M}\\p{N}._@-]*");

    public User {
        if (!name.equals(nameOf(name))
                || name.length() > LONGEST_NAME
                || !NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("a user name is 1 to " + LONGEST_NAME
                    + " letters, digits, or one of . _ @ - and begins with a letter or digit: '" + name + "'");
        }
    }

    /** The one way to write a name, however it was typed: no blanks around it, lower case, composed characters. */
    public static String nameOf(String typed) {
        return Normalizer.normalize(typed.strip(), Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    }
}
