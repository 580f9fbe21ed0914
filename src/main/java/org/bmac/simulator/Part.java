package org.bmac.simulator;

import org.bmac.point.Kind;

/**
 * One point of a simulated node.
 *
 * @param channel as in {@link org.bmac.building.Point#channel()}: GPIO of a firmware fan, pin of a valve or relay, channel
 *     of BMaC 5
 * @param name for people; empty where the kind says enough
 */
record Part(Kind kind, int channel, String name, Role role) {
    Part(Kind kind, int channel) {
        this(kind, channel, "", Role.ROOM);
    }
}
