package org.bmac.access;

/**
 * What this user may do has changed: disabled, another role, another password, a token taken back. Whatever was begun
 * with the old rights ends now and asks again. Published as an application event after the commit.
 */
public record AccessChanged(UserId user, Actor by, How how) {

    /** What became of the user. */
    public enum How {
        ADDED("was added as a user"),
        ROLE("was given another role"),
        SHUT_OUT("was shut out"),
        LET_IN("may sign in again"),
        /** By an administrator, or by the users themselves. */
        PASSWORD("has a new password"),
        TOKEN("took a token back"),
        /** {@link GrantsChanged} has said more. */
        GRANTS("may do things elsewhere");

        private final String words;

        How(String words) {
            this.words = words;
        }

        /** For people, in English, after the name. */
        public String words() {
            return words;
        }
    }
}
