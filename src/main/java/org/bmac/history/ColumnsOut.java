package org.bmac.history;

import java.util.Arrays;

/** Writes columns of numbers in few bytes, so that what is alike lies together; {@link ColumnsIn} reads them. */
final class ColumnsOut {
    private byte[] bytes = new byte[1024];
    private int size;

    byte[] toArray() {
        return Arrays.copyOf(bytes, size);
    }

    /** Seven bits a byte, the lowest first. */
    void whole(long number) {
        long rest = number;
        while ((rest & ~0x7FL) != 0) {
            add((byte) (rest | 0x80));
            rest >>>= 7;
        }
        add((byte) rest);
    }

    /** Small numbers of either sign in few bytes. */
    void signed(long number) {
        whole(zigzag(number));
    }

    /** All eight bytes. */
    void bits(long bits) {
        for (int shift = 0; shift < Long.SIZE; shift += Byte.SIZE) {
            add((byte) (bits >>> shift));
        }
    }

    /** Every double comes back as it was, bit by bit. */
    void doubles(double[] numbers) {
        int scale = Decimals.scale(numbers);
        whole(scale);
        long before = 0;
        boolean exact = true;
        for (double number : numbers) {
            if (Decimals.fits(number, scale)) {
                long decimal = Decimals.of(number, scale);
                whole(zigzag(decimal - before) + 1);
                before = decimal;
                exact &= Decimals.error(number, scale) == 0;
            } else {
                whole(0);
            }
        }
        whole(exact ? 0 : 1);
        long other = 0;
        for (double number : numbers) {
            if (!Decimals.fits(number, scale)) {
                long bits = Double.doubleToRawLongBits(number);
                bits(bits ^ other);
                other = bits;
            } else if (!exact) {
                signed(Decimals.error(number, scale));
            }
        }
    }

    private void add(byte next) {
        if (size == bytes.length) {
            bytes = Arrays.copyOf(bytes, 2 * size);
        }
        bytes[size++] = next;
    }

    private static long zigzag(long number) {
        return number << 1 ^ number >> 63;
    }
}
