package org.bmac.broker;

import java.util.concurrent.CompletableFuture;

/** The way to MQTT, whichever broker is behind it. Every method may be called on any thread. */
public interface Broker {

    /**
     * Asks for all messages whose topic matches the filter, at QoS 1. It outlives every reconnect. A message that matches
     * several filters is given to each of their receivers, and counts as acknowledged when all have acknowledged.
     *
     * @param filter an MQTT topic filter, with {@code +} and {@code #}
     * @throws IllegalArgumentException when the filter is malformed
     */
    void subscribe(String filter, Receiver receiver);

    /**
     * Sends a message. Never blocks.
     *
     * @return completes when the message has left (QoS 0) or the broker has it (QoS 1); fails with
     *     {@link IllegalStateException} at once while the link is down, and when it breaks before that. Nothing is kept
     *     for later: whoever wants it sent again asks again. What is attached to it must not block.
     */
    CompletableFuture<Void> publish(Outgoing message);

    /** The state of the link now. */
    Link link();

    /** What has passed since the start. */
    Traffic traffic();
}
