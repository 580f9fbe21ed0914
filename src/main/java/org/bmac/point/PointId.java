package org.bmac.point;

/**
 * The lasting number of a point, given by the database and never used twice.
 *
 * @param number 1 to 2²¹ − 1, so that it packs into one key together with a moment in milliseconds
 */
public record PointId(int number) implements Comparable<PointId> {
    /** The largest number. */
    public static final int MOST = (1 << 21) - 1;

    public PointId {
        if (number < 1 || number > MOST) {
            throw new IllegalArgumentException("a point's number is 1 to " + MOST + ", not " + number);
        }
    }

    @Override
    public int compareTo(PointId other) {
        return Integer.compare(number, other.number);
    }

    @Override
    public String toString() {
        return Integer.toString(number);
    }
}
