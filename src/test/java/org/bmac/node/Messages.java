package org.bmac.node;

import java.time.Instant;
import org.bmac.broker.Message;
import org.bmac.broker.Outgoing;
import org.bmac.broker.Properties5;
import org.bmac.point.Bytes;

/** Messages as the broker hands them over. */
final class Messages {
    static final Instant NOW = Instant.parse("2026-05-12T08:00:00Z");

    private Messages() {}

    static Message of(String topic, Bytes payload) {
        return new Message(topic, payload, 0, false, false, Properties5.NONE, NOW);
    }

    static Message text(String topic, String payload) {
        return of(topic, Bytes.of(payload));
    }

    static Message hex(String topic, String payload) {
        return of(topic, Bytes.hex(payload));
    }

    static Message retained(Message message) {
        return new Message(
                message.topic(), message.payload(), message.qos(), true, false, message.properties(), message.at());
    }

    /** As it arrives at somebody who had subscribed before. */
    static Message arrived(Outgoing sent) {
        return new Message(sent.topic(), sent.payload(), sent.qos(), false, false, sent.properties(), NOW);
    }
}
