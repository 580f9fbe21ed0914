package org.bmac.simulator;

/**
 * What the outputs of a room's nodes do to its air.
 *
 * @param flow of the fans, 0 to 1 of all that the room has
 * @param coil how much of it passes through an open valve, 0 to 1
 */
record Drive(double flow, double coil) {
    static final Drive NONE = new Drive(0, 0);
}
