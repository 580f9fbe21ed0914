package org.bmac.node;

import org.bmac.point.Bytes;

/**
 * A command line for a coffee machine, as its own language has it, without a line end.
 *
 * @param line not empty; not {@code AN:0A}, which would erase the machine's memory
 */
public record CoffeeRequest(String line) implements Request {
    /** Nodes drop it as well. */
    private static final String ERASE = "AN:0A";

    public CoffeeRequest {
        if (!allowed(line)) {
            throw new IllegalArgumentException("a command to a coffee machine is one line without its end, and not "
                    + ERASE + ", which would erase the machine's memory");
        }
    }

    static boolean allowed(String line) {
        return !line.isEmpty() && line.indexOf('\r') < 0 && line.indexOf('\n') < 0 && !line.equals(ERASE);
    }

    @Override
    public String topic(String name) {
        return "coffee/command/" + name;
    }

    @Override
    public Bytes payload() {
        return Bytes.of(line);
    }
}
