package org.bmac.point;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;

/** Bytes as they are on the wire; immutable, compared by content, written in hex. */
public final class Bytes {
    /** No bytes at all. */
    public static final Bytes NONE = new Bytes(new byte[0]);

    private final byte[] array;

    private Bytes(byte[] array) {
        this.array = array;
    }

    /** A copy of these bytes; each number is one byte, −128 to 255. */
    public static Bytes of(int... numbers) {
        byte[] array = new byte[numbers.length];
        for (int i = 0; i < numbers.length; i++) {
            array[i] = (byte) numbers[i];
        }
        return new Bytes(array);
    }

    /** These bytes without a copy: the caller must not touch the array afterwards. */
    public static Bytes wrap(byte[] array) {
        return new Bytes(array);
    }

    /** The text in UTF-8. */
    public static Bytes of(String text) {
        return new Bytes(text.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Bytes from hex digits, two a byte, spaces allowed.
     *
     * @throws IllegalArgumentException when it is not hex
     */
    public static Bytes hex(String digits) {
        return new Bytes(HexFormat.of().parseHex(digits.replace(" ", "")));
    }

    /** How many bytes. */
    public int length() {
        return array.length;
    }

    /**
     * The byte at this place as 0 to 255.
     *
     * @throws IndexOutOfBoundsException outside 0 to length − 1
     */
    public int at(int index) {
        return array[index] & 0xff;
    }

    /** The first place of this byte at or after {@code from}, or −1. */
    public int indexOf(char wanted, int from) {
        for (int i = from; i < array.length; i++) {
            if (array[i] == wanted) {
                return i;
            }
        }
        return -1;
    }

    /**
     * The bytes from {@code from} (inclusive) to {@code to} (exclusive).
     *
     * @throws IndexOutOfBoundsException unless 0 ≤ from ≤ to ≤ length
     */
    public Bytes slice(int from, int to) {
        if (from < 0 || to > array.length || from > to) {
            throw new IndexOutOfBoundsException("no bytes " + from + " to " + to + " in " + array.length);
        }
        return new Bytes(Arrays.copyOfRange(array, from, to));
    }

    /** A copy of the bytes. */
    public byte[] toArray() {
        return array.clone();
    }

    /** The bytes read as UTF-8; what is not UTF-8 becomes the replacement character. */
    public String text() {
        return new String(array, StandardCharsets.UTF_8);
    }

    /** Part of the bytes read as UTF-8, without a copy between; bounds as in {@link #slice}. */
    public String text(int from, int to) {
        return new String(array, from, to - from, StandardCharsets.UTF_8);
    }

    /** Lower-case hex digits, two a byte, no spaces. */
    public String toHex() {
        return HexFormat.of().formatHex(array);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Bytes bytes && Arrays.equals(array, bytes.array);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(array);
    }

    @Override
    public String toString() {
        return toHex();
    }
}
