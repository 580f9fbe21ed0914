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
     * The number in all bytes from {@code from} on: spaces, a sign, digits, a point and digits; at most 15 digits.
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
        int point = -1;
        for (int i = from; i < end; i++) {
            int c = bytes.at(i);
            if (c >= '0' && c <= '9') {
                number = number * 10 + (c - '0');
                digits++;
            } else if (c == '.' && point < 0) {
                point = i;
            } else {
                return Double.NaN;
            }
            if (digits > MOST_DIGITS) {
                return Double.NaN;
            }
        }
        if (digits == 0) {
            return Double.NaN;
        }
        double found = point < 0 ? number : number / POWERS[end - point - 1];
        return negative ? -found : found;
    }
}
