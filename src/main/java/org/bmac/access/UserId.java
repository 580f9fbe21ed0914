package org.bmac.access;

/** The lasting number of a user, given by the database. */
public record UserId(int number) {
    @Override
    public String toString() {
        return Integer.toString(number);
    }
}
