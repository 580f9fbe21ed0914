package org.bmac.point;

import java.time.Instant;

/**
 * A point had this value at this time, with this quality.
 *
 * @param quality as the node or its dialect judged it on arrival: good, uncertain or bad; staleness comes with time and is
 *     not a reading's own
 * @param at when it was measured where the node stamps its messages, else when it arrived
 */
public record Reading(PointId point, Value value, Quality quality, Instant at) {
    public Reading {
        if (quality.compareTo(Quality.UNCERTAIN) > 0 && quality != Quality.BAD) {
            throw new IllegalArgumentException("a reading is good, uncertain or bad, not " + quality);
        }
        if (value instanceof Value.Unreadable && quality != Quality.BAD) {
            throw new IllegalArgumentException("what cannot be read is bad, not " + quality);
        }
    }
}
