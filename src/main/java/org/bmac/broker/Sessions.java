package org.bmac.broker;

import java.util.HashMap;
import java.util.Map;

/** Counts our sessions at each broker, to tell those that begin anew from those that the broker had kept. */
final class Sessions {
    /** Before the first connection. */
    static final Session NONE = new Session("", 0);

    private final Map<String, Session> current = new HashMap<>();
    private long begun;

    /** One of them; number 0 began before this program did. */
    record Session(String link, long number) {}

    /**
     * The session of a connection.
     *
     * @param kept whether the broker had kept it
     */
    Session at(String link, boolean kept) {
        if (!kept) {
            begun++;
            current.put(link, new Session(link, begun));
        }
        return current.computeIfAbsent(link, _ -> new Session(link, 0));
    }
}
