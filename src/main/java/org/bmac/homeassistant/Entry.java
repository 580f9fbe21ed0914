package org.bmac.homeassistant;

import org.bmac.point.Kind;
import org.bmac.point.PointId;

/**
 * A quantity of a device that is a point here.
 *
 * @param uid of the device's node
 * @param channel of the point
 */
record Entry(String uid, PointId point, int channel, Signal signal) {
    Kind kind() {
        return signal.meaning().kind();
    }
}
