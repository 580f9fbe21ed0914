package org.bmac.building;

import org.jspecify.annotations.Nullable;

/**
 * One level with a plan.
 *
 * @param ordinal its order from the ground upwards; floors are listed by it
 * @param width of the plan in its own units (pixels or metres; only the ratio to height matters), more than 0
 * @param height of the plan in the same units, more than 0
 * @param version counts the changes of the plan, so that browsers may keep a picture for ever
 * @param metres from the left of the plan to its right in the world, more than 0; null while nobody has said it
 * @param north where north lies, in degrees clockwise from the top of the plan, 0 to 360; null while nobody has said it
 */
public record Floor(
        FloorId id,
        String name,
        int ordinal,
        double width,
        double height,
        int version,
        @Nullable Double metres,
        @Nullable Double north) {
    public Floor {
        if (name.isBlank()) {
            throw new IllegalArgumentException("a floor needs a name");
        }
        if (!(width > 0 && height > 0)) {
            throw new IllegalArgumentException("a plan is wider and higher than 0, not " + width + " × " + height);
        }
        if (metres != null && !(metres > 0 && metres <= 10_000)) {
            throw new IllegalArgumentException("a plan shows up to 10000 m, not " + metres);
        }
        if (north != null && !(north >= 0 && north <= 360)) {
            throw new IllegalArgumentException("north lies between 0 and 360 degrees, not at " + north);
        }
    }

    /** One of which nobody has said how large it is. */
    public Floor(FloorId id, String name, int ordinal, double width, double height, int version) {
        this(id, name, ordinal, width, height, version, null, null);
    }
}
