package org.bmac.simulator;

import java.util.Arrays;

/** Where one person is in each half minute of a day. */
final class Way {
    static final int OUT = -1;

    private final Layout layout;
    private final int[] rooms = new int[Day.SLOTS];

    Way(Layout layout) {
        this.layout = layout;
        Arrays.fill(rooms, OUT);
    }

    int room(int slot) {
        return rooms[slot];
    }

    /** Stays in a room from one slot until before another; whatever was planned there is replaced. */
    void stay(int from, int until, int room) {
        int first = Math.clamp(from, 0, Day.SLOTS);
        Arrays.fill(rooms, first, Math.clamp(until, first, Day.SLOTS), room);
    }

    /** Whether all of this time is spent in that room. */
    boolean isIn(int room, int from, int until) {
        for (int slot = Math.max(0, from); slot < Math.min(until, Day.SLOTS); slot++) {
            if (rooms[slot] != room) {
                return false;
            }
        }
        return true;
    }

    /** Puts the half minutes between that people spend in corridors, and in the entrance when they come and go. */
    Way walked() {
        int before = OUT;
        for (int slot = 0; slot < Day.SLOTS; slot++) {
            int here = rooms[slot];
            if (here != before) {
                rooms[slot] = before == OUT || here == OUT ? layout.entrance() : layout.corridor(layout.floorOf(here));
            }
            before = here;
        }
        return this;
    }
}
