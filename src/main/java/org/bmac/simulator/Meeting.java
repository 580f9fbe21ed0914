package org.bmac.simulator;

/**
 * A meeting.
 *
 * @param from its first slot
 * @param until the slot after its last
 * @param share of the staff that is asked to it
 * @param guests who come from outside
 */
record Meeting(int room, int from, int until, double share, int guests) {}
