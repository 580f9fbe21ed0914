package org.bmac.homeassistant;

import java.util.Optional;
import org.bmac.point.Bytes;
import org.bmac.point.Value;

/** Where a fan that has a speed says whether it is on at all. */
record Power(String topic, Template template, Meaning.Words meaning) {

    /** Whether it is on; empty when the message does not say. */
    Optional<Boolean> read(Bytes payload) {
        return read(Template.Payload.of(payload));
    }

    /** The same of one that was read for several. */
    Optional<Boolean> read(Template.Payload payload) {
        return meaning.of(template.of(payload))
                .filter(value -> !(value instanceof Value.Unreadable))
                .map(value -> value.asNumber() != 0);
    }
}
