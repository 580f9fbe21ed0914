package org.bmac.firmware;

import org.bmac.point.Bytes;

/**
 * The shape of an image for a chip of Espressif, as its boot loader reads it: {@code e9}, the number of segments, 6 further
 * bytes, on the ESP32 family 16 more, then each segment as address (u32), length (u32) and data; then zeros up to the last
 * byte of a block of 16, which is {@code ef} combined with all data by exclusive or. On the ESP8266 a section that stays in
 * flash may go before: {@code ea 04}, 10 further bytes, its length (u32) and data. All numbers have their low byte first.
 * Behind the checksum others may put a hash.
 */
final class EspImage {
    private static final int SHORT = 8;
    private static final int LONG = 24;
    private static final int MOST_SEGMENTS = 16;
    private static final int CHECKSUM = 0xef;

    private EspImage() {}

    /** @throws IllegalArgumentException with a sentence when it is no whole image */
    static Board board(Bytes image) {
        if (image.length() == 0) {
            throw new IllegalArgumentException("The file is empty.");
        }
        int start = start(image);
        if (start < 0 || start >= image.length() || at(image, start) != 0xe9) {
            throw new IllegalArgumentException(
                    "This is no image for an ESP8266 or ESP32: such a file begins with e9, or with ea 04.");
        }
        for (Board board : Board.values()) {
            if (fits(image, board)) {
                return board;
            }
        }
        throw new IllegalArgumentException(
                "This image is damaged or cut off: its parts or its checksum are not what its beginning says.");
    }

    /** Whether its bytes, read as that chip reads them, are whole. */
    static boolean fits(Bytes image, Board board) {
        int start = start(image);
        if (start < 0 || start >= image.length() || at(image, start) != 0xe9) {
            return false;
        }
        return switch (board) {
            case ESP8266 -> isWhole(image, start, SHORT);
            case ESP32 -> start == 0 && isWhole(image, 0, LONG);
        };
    }

    /** Where the part with the segments begins; beyond the end where the file is cut off before. */
    private static int start(Bytes image) {
        boolean flash = image.length() > 16 && at(image, 0) == 0xea && at(image, 1) == 4;
        return flash ? after(16L + number(image, 12), image.length()) : 0;
    }

    private static boolean isWhole(Bytes image, int start, int header) {
        int segments = start + 1 < image.length() ? at(image, start + 1) : 0;
        if (segments < 1 || segments > MOST_SEGMENTS) {
            return false;
        }
        int position = after((long) start + header, image.length());
        int sum = CHECKSUM;
        for (int i = 0; i < segments; i++) {
            if (position + 8 > image.length()) {
                return false;
            }
            int end = after(position + 8L + number(image, position + 4), image.length());
            if (end > image.length()) {
                return false;
            }
            for (int j = position + 8; j < end; j++) {
                sum ^= at(image, j);
            }
            position = end;
        }
        int last = start + ((position - start) / 16 + 1) * 16 - 1;
        return last < image.length() && at(image, last) == sum;
    }

    private static int after(long position, int length) {
        return (int) Math.min(position, length + 1L);
    }

    private static long number(Bytes image, int at) {
        return at(image, at) | at(image, at + 1) << 8 | at(image, at + 2) << 16 | (long) at(image, at + 3) << 24;
    }

    private static int at(Bytes image, int index) {
        return image.at(index) & 0xff;
    }
}
