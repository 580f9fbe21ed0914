package org.bmac.homeassistant;

import java.util.Optional;
import org.bmac.point.Bytes;
import org.bmac.point.Value;

/**
 * One quantity of an announced entity that is ours, and where it comes from.
 *
 * @param key tells it apart from all others of one installation
 * @param device the same for all entities of one device
 * @param name for people
 * @param topic where its values come
 * @param commands where it takes commands; empty when it takes none
 */
record Signal(
        String key, String device, String name, String topic, Template template, Meaning meaning, String commands) {

    /** What a message on its topic says; empty when that is nothing about it. */
    Optional<Value> read(Bytes payload) {
        if (payload.length() > Json.LONGEST) {
            return Optional.of(new Value.Unreadable("a message of " + payload.length() + " bytes is too long"));
        }
        return meaning.of(template.of(Template.Payload.of(payload)));
    }
}
