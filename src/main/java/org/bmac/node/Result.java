package org.bmac.node;

import org.jspecify.annotations.Nullable;

/** How a command to a BMaC 5 node ended. */
public enum Result {
    DONE(0, "done"),
    OUT_OF_RANGE(1, "refused: out of range"),
    INTERLOCKED(2, "refused: interlocked in the node"),
    OUTPUT_FAULT(3, "failed: output fault"),
    BUSY(4, "busy, ask again"),
    UNKNOWN_CHANNEL(5, "unknown channel");

    private final int code;
    private final String words;

    Result(int code, String words) {
        this.code = code;
        this.words = words;
    }

    /** For people. */
    public String words() {
        return words;
    }

    /** The byte on the wire. */
    public int code() {
        return code;
    }

    static @Nullable Result of(int code) {
        for (Result result : values()) {
            if (result.code == code) {
                return result;
            }
        }
        return null;
    }
}
