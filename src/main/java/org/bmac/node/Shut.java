package org.bmac.node;

import java.time.Instant;

/**
 * That a node is kept out.
 *
 * @param how it is
 * @param by the name of whoever did it
 */
public record Shut(How how, String by, Instant since) {

    /** How a node is kept out. */
    public enum How {
        /** It is listened to, but nobody is asked to place it. */
        IGNORED,
        /** What it says is dropped and counted. */
        BLOCKED
    }
}
