package org.bmac.building;

import org.jspecify.annotations.Nullable;

/**
 * A thing on the broker, with the points that it senses or moves.
 *
 * @param uid 12 lower-case hex digits of its network address, or made of what a device of another world calls itself; null
 *     for a source of which only the location is known yet
 * @param location its name on the wire (firmware: part of topics and payloads); unique among nodes
 * @param modules the firmware's module mask; 0 for all others
 * @param placement where it hangs; null while it is unplaced
 */
public record Node(
        NodeId id,
        @Nullable String uid,
        String location,
        Dialect dialect,
        int modules,
        @Nullable Placement placement) {

    /** The longest location in bytes, because its length is one byte on the wire. */
    public static final int LONGEST_LOCATION = 255;

    public Node {
        if (location.isEmpty()) {
            throw new IllegalArgumentException("a node needs a location");
        }
    }

    /** Whether it can be asked who it is and told what it is to be: it is one of ours, and its UID is known. */
    public boolean tellable() {
        return uid != null && dialect.ours();
    }

    /** Whether somebody has given it a place. */
    public boolean placed() {
        return placement != null;
    }
}
