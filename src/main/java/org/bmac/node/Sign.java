package org.bmac.node;

/** By what a node showed that it is there, or gone. */
public enum Sign {
    /** The firmware's answer to "tell". */
    TOLD,
    /** The firmware's answer to a ping. */
    PONG,
    /** BMaC 5: up. */
    ALIVE,
    /** BMaC 5: its last will. */
    GONE
}
