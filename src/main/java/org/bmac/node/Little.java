package org.bmac.node;

import org.bmac.point.Bytes;

/** Whole numbers on the wire, least significant byte first. Reading outside the bytes is the caller's bug. */
final class Little {
    private Little() {}

    static int u16(Bytes bytes, int at) {
        return bytes.at(at) | (bytes.at(at + 1) << 8);
    }

    static int i16(Bytes bytes, int at) {
        return (short) u16(bytes, at);
    }

    static int i32(Bytes bytes, int at) {
        return u16(bytes, at) | (u16(bytes, at + 2) << 16);
    }

    static long u32(Bytes bytes, int at) {
        return i32(bytes, at) & 0xffff_ffffL;
    }

    /** The lowest {@code length} bytes of a number. */
    static Bytes bytes(long number, int length) {
        byte[] array = new byte[length];
        for (int i = 0; i < length; i++) {
            array[i] = (byte) (number >> (8 * i));
        }
        return Bytes.wrap(array);
    }
}
