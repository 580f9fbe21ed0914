package org.bmac.node;

import java.time.Duration;
import org.bmac.point.Kind;

/**
 * A channel as a BMaC 5 node announces it.
 *
 * @param number 0 to 254
 * @param reporting whether it reports by itself
 * @param period between two reports, in whole seconds up to 65,535; zero for on change only
 */
public record Channel(int number, Kind kind, boolean commandable, boolean reporting, Duration period) {
    /** The largest channel number. */
    public static final int MOST = 254;

    public Channel {
        if (number < 0 || number > MOST) {
            throw new IllegalArgumentException("a channel is 0 to " + MOST + ", not " + number);
        }
        if (period.isNegative() || period.toSeconds() > 0xffff) {
            throw new IllegalArgumentException("a period is 0 to 65535 seconds, not " + period);
        }
    }
}
