package org.bmac.command;

/** The lasting number of a command; later commands have higher ones. */
public record CommandId(long number) {
    @Override
    public String toString() {
        return Long.toString(number);
    }
}
