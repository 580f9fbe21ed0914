package org.bmac.firmware;

import java.time.Duration;

/**
 * What a client of the port for images may use up.
 *
 * @param idle how long it may say nothing
 * @param head how long its request may take to be whole
 * @param whole how long it may take over all
 * @param headBytes of its request
 * @param connections at the same time, of all clients
 * @param perAddress the same from one address
 */
record ServerBounds(Duration idle, Duration head, Duration whole, int headBytes, int connections, int perAddress) {
    /** A node asks within a second and needs a minute at worst; ten may be behind one address, as in a roll-out. */
    static final ServerBounds USUAL =
            new ServerBounds(Duration.ofSeconds(5), Duration.ofSeconds(10), Duration.ofMinutes(2), 8_192, 64, 24);
}
