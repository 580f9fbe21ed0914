package org.bmac.node;

import org.bmac.point.Bytes;
import org.jspecify.annotations.Nullable;

/** What the firmware's IO module answers: the command's byte, 1 or 0, and what was asked for. */
public sealed interface IoAnswer {

    /** The command is done; which pin it was about, the node does not say. */
    record Done(int command) implements IoAnswer {}

    /** The command is refused. */
    record Refused(int command) implements IoAnswer {}

    /**
     * All pins, one bit each, pin 0 lowest.
     *
     * @param inputs 1 for an input
     * @param pullUps 1 where the pull-up is on
     * @param levels 1 for high: what was last written, also for inputs
     */
    record State(int inputs, int pullUps, int levels) implements IoAnswer {
        /** Whether a pin was last written high. */
        public boolean high(int pin) {
            return ((levels >> pin) & 1) == 1;
        }

        /** Whether a pin is an input, so that its written level says nothing. */
        public boolean input(int pin) {
            return ((inputs >> pin) & 1) == 1;
        }
    }

    /** One pin's level; a pin above 7 is an answer to nonsense. */
    record Level(int pin, boolean high) implements IoAnswer {}

    /** Whether the chip is started. */
    record Started(boolean started) implements IoAnswer {}

    /** The bytes that a node sends behind its place. */
    default Bytes data() {
        return switch (this) {
            case Done(int command) -> Bytes.of(command, 1);
            case Refused(int command) -> Bytes.of(command, 0);
            case State(int inputs, int pullUps, int levels) -> Bytes.of(0x04, 1, inputs, pullUps, levels);
            case Level(int pin, boolean high) -> Bytes.of(0x40, 1, pin, high ? 1 : 0);
            case Started(boolean started) -> Bytes.of(0x80, 1, started ? 1 : 0);
        };
    }

    /** What the bytes from there on mean; null when no node says that. */
    static @Nullable IoAnswer read(Bytes bytes, int from) {
        int length = bytes.length() - from;
        if (length < 2 || bytes.at(from + 1) > 1) {
            return null;
        }
        int command = bytes.at(from);
        if (bytes.at(from + 1) == 0) {
            return length == 2 && Integer.bitCount(command) == 1 ? new Refused(command) : null;
        }
        return switch (command) {
            case 0x01, 0x02, 0x08, 0x10, 0x20 -> length == 2 ? new Done(command) : null;
            case 0x04 -> length == 5 ? new State(bytes.at(from + 2), bytes.at(from + 3), bytes.at(from + 4)) : null;
            case 0x40 ->
                length == 4 && bytes.at(from + 3) <= 1 ? new Level(bytes.at(from + 2), bytes.at(from + 3) == 1) : null;
            case 0x80 -> length == 3 && bytes.at(from + 2) <= 1 ? new Started(bytes.at(from + 2) == 1) : null;
            default -> null;
        };
    }
}
