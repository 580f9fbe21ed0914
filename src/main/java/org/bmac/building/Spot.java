package org.bmac.building;

/**
 * A place on a plan, as fractions of its width and height, so that it stays right at every size.
 *
 * @param x 0 (left) to 1 (right)
 * @param y 0 (top) to 1 (bottom)
 */
public record Spot(double x, double y) {
    public Spot {
        if (!(x >= 0 && x <= 1 && y >= 0 && y <= 1)) {
            throw new IllegalArgumentException("a spot lies between 0 and 1 both ways, not at " + x + ", " + y);
        }
    }
}
