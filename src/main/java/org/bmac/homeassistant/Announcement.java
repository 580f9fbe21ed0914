package org.bmac.homeassistant;

import java.util.List;

/** What a message below the discovery prefix says. */
sealed interface Announcement {

    /**
     * Entities are there.
     *
     * @param key of the announcement; a later one with the same key replaces it
     * @param device whose they are
     * @param untrusted how many topics were refused because they are not trusted
     */
    record Told(String key, Device device, List<Signal> signals, List<Unsupported> unsupported, int untrusted)
            implements Announcement {}

    /** What was announced under this key is gone. */
    record Removed(String key) implements Announcement {}

    /**
     * It cannot be read.
     *
     * @param reason one sentence for people
     */
    record Refused(String reason) implements Announcement {}

    /** It is not an announcement: another topic. */
    record NotOne() implements Announcement {}

    /**
     * An entity, or a part of one, that we cannot show.
     *
     * @param name what to call it for people
     * @param reason one sentence for people
     */
    record Unsupported(String name, String reason) {}
}
