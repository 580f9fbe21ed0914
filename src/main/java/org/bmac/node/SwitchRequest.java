package org.bmac.node;

import org.bmac.point.Bytes;
import org.jspecify.annotations.Nullable;

/** A request to the firmware's switch module, a latching relay with two positions. Its pulse takes one second. */
public enum SwitchRequest implements Request {
    /** To position 1. */
    COOL(0x01),
    /** To position 2. */
    HEAT(0x02),
    /** Where is it? */
    READ(0x04);

    private final int command;

    SwitchRequest(int command) {
        this.command = command;
    }

    /** The command byte, which the answer repeats. */
    public int command() {
        return command;
    }

    @Override
    public String topic(String name) {
        return "switch/" + name;
    }

    @Override
    public Bytes payload() {
        return Bytes.of(command);
    }

    /** As a node reads it; null when it would refuse. */
    static @Nullable SwitchRequest read(Bytes payload) {
        return payload.length() == 1 ? of(payload.at(0)) : null;
    }

    /** The request with this command byte; null when there is none. */
    public static @Nullable SwitchRequest of(int command) {
        return switch (command) {
            case 0x01 -> COOL;
            case 0x02 -> HEAT;
            case 0x04 -> READ;
            default -> null;
        };
    }
}
