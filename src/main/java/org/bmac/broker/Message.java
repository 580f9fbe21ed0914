package org.bmac.broker;

import java.time.Instant;
import org.bmac.point.Bytes;

/**
 * A message as it came from the broker.
 *
 * @param qos 0 or 1, as it was delivered to us
 * @param retained whether the broker had kept it from before we subscribed
 * @param duplicate whether it is known that it may have been delivered before; if not, it still may
 * @param at when it arrived here
 */
public record Message(
        String topic,
        Bytes payload,
        int qos,
        boolean retained,
        boolean duplicate,
        Properties5 properties,
        Instant at) {}
