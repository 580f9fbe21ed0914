package org.bmac.live;

import org.bmac.broker.Link;

/**
 * Since when we hear the broker, or until when we heard it: nobody is called silent for a time in which we could not have
 * heard. Times in milliseconds since 1970.
 *
 * @param from when we last began to hear
 * @param until when it ended; the end of time while we hear
 */
record Hearing(long from, long until) {

    /** As a program begins: deaf, or hearing from now on. */
    static Hearing first(boolean up, long now) {
        return new Hearing(now, up ? Long.MAX_VALUE : now);
    }

    /** What this link makes of it. */
    Hearing after(Link link, long now) {
        if (link.up() == up()) {
            return this;
        }
        long since = Math.min(link.since().toEpochMilli(), now);
        return link.up() ? new Hearing(since, Long.MAX_VALUE) : new Hearing(from, Math.max(from, since));
    }

    boolean up() {
        return until == Long.MAX_VALUE;
    }

    /** For how long somebody was silent, last heard then, while we listened. */
    long silence(long heard, long now) {
        return Math.min(now, until) - Math.max(heard, from);
    }
}
