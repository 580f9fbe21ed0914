package org.bmac.command;

/** Why a command is given. */
public enum Purpose {
    /** Somebody asked for a value. */
    SET,
    /** Somebody let go of a value, and what comes next is commanded. */
    RELEASE,
    /** The time of a value was over, and what comes next is commanded. */
    EXPIRY
}
