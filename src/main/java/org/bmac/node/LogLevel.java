package org.bmac.node;

import org.jspecify.annotations.Nullable;

/** How much a node's log line matters. */
public enum LogLevel {
    ERROR(0),
    WARNING(1),
    INFO(2),
    DEBUG(3),
    TRACE(4),
    /** The firmware only. */
    EXTRA_TRACE(5);

    private final int code;

    LogLevel(int code) {
        this.code = code;
    }

    /** The number on the wire: a digit of text from the firmware, a byte in BMaC 5. */
    public int code() {
        return code;
    }

    static @Nullable LogLevel of(int code) {
        return switch (code) {
            case 0 -> ERROR;
            case 1 -> WARNING;
            case 2 -> INFO;
            case 3 -> DEBUG;
            case 4 -> TRACE;
            case 5 -> EXTRA_TRACE;
            default -> null;
        };
    }
}
