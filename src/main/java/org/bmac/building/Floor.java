package org.bmac.building;

/**
 * One level with a plan.
 *
 * @param ordinal its order from the ground upwards; floors are listed by it
 * @param width of the plan in its own units (pixels or metres; only the ratio to height matters), more than 0
 * @param height of the plan in the same units, more than 0
 * @param version counts the changes of the plan, so that browsers may keep a picture for ever
 */
public record Floor(FloorId id, String name, int ordinal, double width, double height, int version) {
    public Floor {
        if (name.isBlank()) {
            throw new IllegalArgumentException("a floor needs a name");
        }
        if (!(width > 0 && height > 0)) {
            throw new IllegalArgumentException("a plan is wider and higher than 0, not " + width + " × " + height);
        }
    }
}
