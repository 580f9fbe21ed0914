package org.bmac.node;

import org.bmac.point.Bytes;

/** Reads decimal numbers straight from bytes. */
final class Decimal {
    /** So many digits fit into a double without loss, and so does dividing them by a power of ten. */
    private static final int MOST_DIGITS = 15;

    private static final double[] POWERS = new double[MOST_DIGITS + 1];

    static {
        POWERS[0] = 1;
        for (int i = 1; i < POWERS.length; i++) {
            POWERS[i] = POWERS[i - 1] * 10;
        }
    }

    private Decimal() {}

    /**
     * The number in all bytes from {@code from} on: spaces, a sign, digits, a point and digits. Fifteen digits count; further
     * ones behind the point say nothing more, and so many before it are no number.
     *
     * @return NaN when that is not what stands there
     */
    static double read(Bytes bytes, int from) {
        int end = bytes.length();
        int at = from;
        while (at < end && bytes.at(at) == ' ') {
            at++;
        }
        boolean negative = at < end && bytes.at(at) == '-';
        if (negative || (at < end && bytes.at(at) == '+')) {
            at++;
        }
        return digits(bytes, at, end, negative);
    }

    private static double digits(Bytes bytes, int from, int end, boolean negative) {
        long number = 0;
        int digits = 0;
        int fraction = -1;
        for (int i = from; i < end; i++) {
            int c = bytes.at(i);
            boolean digit = c >= '0' && c <= '9';
            if (digit && digits < MOST_DIGITS) {
                number = number * 10 + (c - '0');
                digits++;
                fraction += fraction < 0 ? 0 : 1;
            } else if (c == '.' && fraction < 0) {
                fraction = 0;
            } else if (!digit || fraction < 0) {
                return Double.NaN;
            }
        }
        if (digits == 0) {
            return Double.NaN;
        }
        double found = fraction < 1 ? number : number / POWERS[fraction];
        return negative ? -found : found;
    }
}
