package org.bmac.access;

/** How an account came to be, and so whether it outlives the demonstration. */
public enum Standing {
    /** Made outside of the demonstration. */
    LASTING,
    /** Made by somebody within the demonstration; switched off with it until it gets a new password. */
    TRIAL,
    /** One of the demonstration's own, whose password its sign-in page shows; switched off with it. */
    SHOWN
}
