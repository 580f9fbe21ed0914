package org.bmac.simulator;

/** Where an outer wall looks; north is up on the plans. */
enum Side {
    NORTH(0, 1),
    EAST(1, 0),
    SOUTH(0, -1),
    WEST(-1, 0);

    /** The direction outwards. */
    final int east;

    final int north;

    Side(int east, int north) {
        this.east = east;
        this.north = north;
    }
}
