package org.bmac.history;

/**
 * Reads what {@link ColumnsOut} wrote.
 *
 * <p>Whatever the bytes, each method ends: with what they say, or with a {@link DamagedChunk}.
 */
final class ColumnsIn {
    private final byte[] bytes;
    private int next;

    ColumnsIn(byte[] bytes) {
        this.bytes = bytes;
    }

    /** How many numbers a column has; each took a byte at least. */
    int count() {
        return upTo(bytes.length - next);
    }

    /** A number from 0 to this. */
    int upTo(int most) {
        long number = whole();
        if (number < 0 || number > most) {
            throw new DamagedChunk("a number is " + number + " where at most " + most + " can be");
        }
        return (int) number;
    }

    long whole() {
        long number = 0;
        for (int shift = 0; shift < 70; shift += 7) {
            byte part = next();
            number |= (long) (part & 0x7F) << shift;
            if (part >= 0) {
                return number;
            }
        }
        throw new DamagedChunk("a number does not end");
    }

    long signed() {
        return unzigzag(whole());
    }

    long bits() {
        long bits = 0;
        for (int shift = 0; shift < Long.SIZE; shift += Byte.SIZE) {
            bits |= (next() & 0xFFL) << shift;
        }
        return bits;
    }

    double[] doubles(int count) {
        int scale = upTo(Decimals.MOST);
        long[] tokens = new long[count];
        for (int i = 0; i < count; i++) {
            tokens[i] = whole();
        }
        boolean exact = upTo(1) == 0;
        double[] numbers = new double[count];
        long decimal = 0;
        long other = 0;
        for (int i = 0; i < count; i++) {
            if (tokens[i] == 0) {
                other ^= bits();
                numbers[i] = Double.longBitsToDouble(other);
            } else {
                decimal += unzigzag(tokens[i] - 1);
                numbers[i] = Decimals.number(decimal, scale, exact ? 0 : signed());
            }
        }
        return numbers;
    }

    /** How many bytes were read. */
    int read() {
        return next;
    }

    /** Says that nothing follows. */
    void end() {
        if (next != bytes.length) {
            throw new DamagedChunk((bytes.length - next) + " bytes follow the end");
        }
    }

    private byte next() {
        if (next == bytes.length) {
            throw new DamagedChunk("it ends too early");
        }
        return bytes[next++];
    }

    private static long unzigzag(long number) {
        return number >>> 1 ^ -(number & 1);
    }
}
