package org.bmac.building;

/** The lasting number of a node, given by the database. */
public record NodeId(int number) {
    @Override
    public String toString() {
        return Integer.toString(number);
    }
}
