package org.bmac.node;

import org.bmac.point.Bytes;

/**
 * What a device of another world is told, in its own language: these bytes on that topic.
 *
 * @param to the whole topic
 */
public record ForeignRequest(String to, Bytes payload) implements Request {
    @Override
    public String topic(String name) {
        return to;
    }
}
