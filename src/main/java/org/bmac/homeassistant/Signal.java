package org.bmac.homeassistant;

import java.time.Duration;
import java.util.Optional;
import org.bmac.point.Bytes;
import org.bmac.point.Value;
import org.jspecify.annotations.Nullable;

/**
 * One quantity of an announced entity that is ours, and where it comes from.
 *
 * @param key tells it apart from all others of one installation
 * @param name for people; empty where its kind says enough
 * @param topic where its values come
 * @param power where it says besides whether it is on; null where the value says so
 * @param order how it is commanded
 * @param expires after how long without a word its value is worth nothing; null when it does not say
 */
record Signal(
        String key,
        String name,
        String topic,
        Template template,
        Meaning meaning,
        @Nullable Power power,
        Order order,
        Presence presence,
        @Nullable Duration expires) {

    /** What a message on its topic says; empty when that is nothing about it. */
    Optional<Value> read(Bytes payload) {
        return read(Template.Payload.of(payload));
    }

    /** The same of one that was read for several. */
    Optional<Value> read(Template.Payload payload) {
        return meaning.of(template.of(payload));
    }

    boolean isCommandable() {
        return !(order instanceof Order.None);
    }
}
