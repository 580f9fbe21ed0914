package org.bmac.history;

/**
 * Sees doubles as whole numbers of some decimals, and as few last places beside: 21.5 is 215 at a scale of 1; a sum that was
 * rounded, 44.339999999999996, is 4434 at a scale of 2 and one place less.
 */
final class Decimals {
    /** The most decimals. */
    static final int MOST = 6;

    private static final double[] POWERS = {1, 10, 100, 1_000, 10_000, 100_000, 1_000_000};
    private static final double LARGEST = 1L << 53;
    private static final long PLACES = 1 << 13;
    private static final int COST_OF_BITS = 9;

    private Decimals() {}

    /** How many decimals suit these best. */
    static int scale(double[] numbers) {
        int best = 0;
        long least = Long.MAX_VALUE;
        for (int scale = 0; scale <= MOST && least > 0; scale++) {
            long cost = 0;
            for (double number : numbers) {
                cost += !fits(number, scale) ? COST_OF_BITS : error(number, scale) == 0 ? 0 : 1;
            }
            if (cost < least) {
                least = cost;
                best = scale;
            }
        }
        return best;
    }

    /** Whether it is a decimal, give or take a few last places. */
    static boolean fits(double number, int scale) {
        return Math.abs(number * POWERS[scale]) < LARGEST && Math.abs(error(number, scale)) < PLACES;
    }

    /** The nearest decimal, in whole numbers. */
    static long of(double number, int scale) {
        return (long) Math.rint(number * POWERS[scale]);
    }

    /** How many last places it lies above the nearest decimal. */
    static long error(double number, int scale) {
        return Double.doubleToRawLongBits(number) - Double.doubleToRawLongBits(of(number, scale) / POWERS[scale]);
    }

    static double number(long decimal, int scale, long error) {
        double exact = decimal / POWERS[scale];
        return error == 0 ? exact : Double.longBitsToDouble(Double.doubleToRawLongBits(exact) + error);
    }
}
