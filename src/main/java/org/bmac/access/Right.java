package org.bmac.access;

import java.util.Locale;

/** What can be done to a point. The order is from least to most: who has one at a place has all before it there. */
public enum Right {
    /** See what it reports. */
    SEE(Role.VIEWER),
    /** Ask it to take a value. */
    COMMAND(Role.OPERATOR),
    /** Set its guards and levels, hold it for good, and go before what keeps the building safe. */
    CONFIGURE(Role.ENGINEER);

    private final Role least;

    Right(Role least) {
        this.least = least;
    }

    /** The least role that has it where nothing else is said. */
    public Role least() {
        return least;
    }

    /** The stable word for programs and for people: lower case, such as {@code see}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
