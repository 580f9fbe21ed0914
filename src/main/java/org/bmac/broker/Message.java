package org.bmac.broker;

import java.time.Instant;
import org.bmac.point.Bytes;
import org.bmac.point.Receipt;
import org.jspecify.annotations.Nullable;

/**
 * A message as it came from the broker.
 *
 * @param qos 0 or 1, as it was delivered to us
 * @param retained whether the broker had kept it from before we subscribed
 * @param duplicate whether it is known that it may have been delivered before; if not, it still may
 * @param at when it arrived here
 * @param receipt by what it is known when it comes again; null where it does not, as with QoS 0
 */
public record Message(
        String topic,
        Bytes payload,
        int qos,
        boolean retained,
        boolean duplicate,
        Properties5 properties,
        Instant at,
        @Nullable Receipt receipt) {

    /** One that does not come again, or that nobody knows then. */
    public Message(
            String topic,
            Bytes payload,
            int qos,
            boolean retained,
            boolean duplicate,
            Properties5 properties,
            Instant at) {
        this(topic, payload, qos, retained, duplicate, properties, at, null);
    }
}
