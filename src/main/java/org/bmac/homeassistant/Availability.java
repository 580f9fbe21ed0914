package org.bmac.homeassistant;

import java.util.Optional;
import org.bmac.point.Bytes;

/** Where a device says whether it is there, and in which words. */
record Availability(String topic, Template template, String online, String offline) {

    /** Whether it says that it is there; empty when it says neither. */
    Optional<Boolean> read(Bytes payload) {
        return read(Template.Payload.of(payload));
    }

    /** The same of one that was read for several. */
    Optional<Boolean> read(Template.Payload payload) {
        String word = Json.text(template.of(payload));
        if (word.equals(online)) {
            return Optional.of(true);
        }
        return word.equals(offline) ? Optional.of(false) : Optional.empty();
    }
}
