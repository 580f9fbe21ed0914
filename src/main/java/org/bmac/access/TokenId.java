package org.bmac.access;

/** The lasting number of a token, given by the database. */
public record TokenId(int number) {
    @Override
    public String toString() {
        return Integer.toString(number);
    }
}
