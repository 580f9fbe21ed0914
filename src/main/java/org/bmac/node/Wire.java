package org.bmac.node;

import org.bmac.point.Bytes;
import org.jspecify.annotations.Nullable;

/** What the firmware's payloads have in common: {@code name;data}, split at the first semicolon and at no other. */
final class Wire {
    private static final int UID_LENGTH = 12;

    private Wire() {}

    /** Whether the bytes up to {@code end} are a UID: 12 hex digits. */
    static boolean uid(Bytes bytes, int end) {
        if (end != UID_LENGTH) {
            return false;
        }
        for (int i = 0; i < end; i++) {
            if (Character.digit(bytes.at(i), 16) < 0) {
                return false;
            }
        }
        return true;
    }

    /** The place in front of the separator, or why there is none. */
    static NodeMessage.Unreadable noPlace(int separator) {
        return separator < 0
                ? unreadable(Fault.NO_SEPARATOR, "there is no ; behind the place")
                : unreadable(Fault.BAD_PLACE, "what stands in front of the ; cannot be a place");
    }

    static NodeMessage.Unreadable noUid() {
        return unreadable(Fault.BAD_UID, "a UID has 12 hex digits");
    }

    static NodeMessage.Unreadable unreadable(Fault fault, String detail) {
        return new NodeMessage.Unreadable(fault, detail, null);
    }

    static Source.@Nullable Place place(Bytes payload, int separator) {
        return separator < 1 ? null : Places.at(payload, separator);
    }

    static Bytes join(String name, Bytes data) {
        byte[] front = Bytes.of(name + ";").toArray();
        byte[] all = java.util.Arrays.copyOf(front, front.length + data.length());
        for (int i = 0; i < data.length(); i++) {
            all[front.length + i] = (byte) data.at(i);
        }
        return Bytes.wrap(all);
    }
}
