package org.bmac.node;

/** By what a message names the node that sent it. */
public sealed interface Source {
    /** The word by which it names it. */
    String name();

    /** By its UID, 12 hex digits: BMaC 5, and the firmware where it speaks of itself. */
    record Uid(String uid) implements Source {
        @Override
        public String name() {
            return uid;
        }
    }

    /** By its location, as the firmware's readings do; before a node has been given one, that is its UID. */
    record Place(String location) implements Source {
        @Override
        public String name() {
            return location;
        }
    }
}
