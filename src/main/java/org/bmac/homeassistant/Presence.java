package org.bmac.homeassistant;

import java.util.List;

/**
 * What has to be true for an entity to be there.
 *
 * @param sources where it says so; none when it says nothing of the kind, and then is there
 */
record Presence(List<Availability> sources, Mode mode) {
    static final Presence ALWAYS = new Presence(List.of(), Mode.LATEST);

    Presence {
        sources = List.copyOf(sources);
    }

    /** How several sources count together. */
    enum Mode {
        ALL,
        ANY,
        LATEST
    }
}
