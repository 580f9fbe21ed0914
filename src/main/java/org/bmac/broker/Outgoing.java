package org.bmac.broker;

import java.time.Duration;
import org.bmac.point.Bytes;

/**
 * A message to send.
 *
 * @param topic without wildcards, not empty
 * @param qos 0 or 1
 */
public record Outgoing(String topic, Bytes payload, int qos, boolean retain, Properties5 properties) {
    public Outgoing {
        if (topic.isEmpty() || topic.indexOf('+') >= 0 || topic.indexOf('#') >= 0 || topic.indexOf('\0') >= 0) {
            throw new IllegalArgumentException("a topic to publish on is not empty and has no + or #: '" + topic + "'");
        }
        if (qos < 0 || qos > 1) {
            throw new IllegalArgumentException("QoS is 0 or 1 here, not " + qos);
        }
    }

    /** QoS 0, not retained, without properties: as the servers of the original BMaC sent. */
    public static Outgoing plain(String topic, Bytes payload) {
        return new Outgoing(topic, payload, 0, false, Properties5.NONE);
    }

    /** The same with this expiry. */
    Outgoing expiring(Duration expiry) {
        Properties5 all = new Properties5(
                properties.responseTopic(),
                properties.correlation(),
                expiry,
                properties.contentType(),
                properties.user());
        return new Outgoing(topic, payload, qos, retain, all);
    }
}
