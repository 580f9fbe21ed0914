package org.bmac.building;

/** The lasting number of a zone, given by the database. */
public record ZoneId(int number) {
    @Override
    public String toString() {
        return Integer.toString(number);
    }
}
