package org.bmac.cnc;

import java.util.Locale;

/** What was amiss with something that the desktop client sent. All but {@link #LENGTH} mean that nothing was done. */
public enum Oddity {
    KEPT("was kept by the broker from before"),
    QUESTION("asks for something that never was"),
    SHORT("is too short"),
    SIGNATURE("is no record of a node"),
    LENGTH("says another length than it has"),
    UID("has a UID that is not 12 hex digits"),
    DUPLICATE("makes a node that is there already"),
    UNKNOWN("names a node that is not there"),
    ELSEWHERE("names a node that hangs on another floor"),
    LOCATION("has a location that cannot be, or that another node has"),
    MODULES("has modules that need the same pins"),
    SPOT("hangs beside the plan"),
    RIGHTS("is more than the account may do"),
    FILE("names a firmware file that is not there, or cannot be"),
    IMAGE("brings a firmware that cannot be taken"),
    FLOOR("came while there is no such floor"),
    FULL("came faster than it could be done"),
    FAILED("failed by our fault");

    private final String words;

    Oddity(String words) {
        this.words = words;
    }

    /** For people, after "a message that". */
    public String words() {
        return words;
    }

    /** The stable word for programs: lower case, such as {@code duplicate}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
