package org.bmac.node;

import org.bmac.point.Bytes;
import org.jspecify.annotations.Nullable;

/**
 * Reads the place in front of the separator. Places come again and again, so the text of each is made once and found by
 * its bytes; threads may race for an entry, because every entry is immutable and right.
 */
final class Places {
    private static final int SLOTS = 1 << 12;
    private static final Source.Place[] KNOWN = new Source.Place[SLOTS];

    private Places() {}

    /** The place in the bytes up to {@code end}; null when that is no place. */
    static Source.@Nullable Place at(Bytes bytes, int end) {
        int hash = 7;
        for (int i = 0; i < end; i++) {
            hash = hash * 31 + bytes.at(i);
        }
        int slot = (hash ^ (hash >>> 15)) & (SLOTS - 1);
        Source.Place known = KNOWN[slot];
        if (known != null && same(known.location(), bytes, end)) {
            return known;
        }
        Source.Place made = make(bytes, end);
        if (made != null && made.location().length() == end) {
            KNOWN[slot] = made;
        }
        return made;
    }

    /** Only for text of one byte a character; other text is never kept. */
    private static boolean same(String text, Bytes bytes, int end) {
        if (text.length() != end) {
            return false;
        }
        for (int i = 0; i < end; i++) {
            if (text.charAt(i) != bytes.at(i)) {
                return false;
            }
        }
        return true;
    }

    private static Source.@Nullable Place make(Bytes bytes, int end) {
        if (end < 1 || end > org.bmac.building.Node.LONGEST_LOCATION) {
            return null;
        }
        String text = bytes.text(0, end);
        return text.isBlank() || text.chars().anyMatch(Places::forbidden) ? null : new Source.Place(text);
    }

    /** Control characters, what has a meaning in topics, and what was no UTF-8. */
    private static boolean forbidden(int character) {
        return Character.isISOControl(character)
                || character == '/'
                || character == '+'
                || character == '#'
                || character == '\uFFFD';
    }
}
