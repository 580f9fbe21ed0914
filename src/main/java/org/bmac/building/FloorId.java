package org.bmac.building;

/** The lasting number of a floor, given by the database. */
public record FloorId(int number) {
    @Override
    public String toString() {
        return Integer.toString(number);
    }
}
