package org.bmac.floorplan;

import java.io.IOException;

/** The way to one browser. */
@FunctionalInterface
interface Wire {
    /** Sends one message; may block for as long as the browser's line is full, and fails when it is broken. */
    void send(String text) throws IOException;
}
