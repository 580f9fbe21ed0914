package org.bmac.point;

import java.util.Locale;

/** How far a value can be believed now. The order is from best to worst. */
public enum Quality {
    /** As reported, and recent. */
    GOOD,
    /** Reported, but the sensor is warming up or due for calibration. */
    UNCERTAIN,
    /** The last value is kept, but nothing has come for longer than the point's limit, or the broker is lost. */
    STALE,
    /** The node is known to be gone, or has been silent for so long that it must be. */
    OFFLINE,
    /** Something came that cannot be true or cannot be read. */
    BAD,
    /** Nothing has ever come. */
    NEVER_SEEN;

    /** The stable word for programs: lower case with hyphens, such as {@code never-seen}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Whether a person should look: anything but {@link #GOOD} and {@link #UNCERTAIN}. */
    public boolean abnormal() {
        return compareTo(UNCERTAIN) > 0;
    }
}
