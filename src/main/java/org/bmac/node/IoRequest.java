package org.bmac.node;

import org.bmac.point.Bytes;
import org.jspecify.annotations.Nullable;

/** A request to the firmware's IO module, eight pins that drive relays and valves. Pins are 0 to 7. */
public sealed interface IoRequest extends Request {

    @Override
    default String topic(String name) {
        return "io/" + name;
    }

    /** The command byte, which the answer repeats. */
    int command();

    /** Start the chip: all pins become outputs and go low. */
    record Start() implements IoRequest {
        @Override
        public int command() {
            return 0x01;
        }
    }

    /** Stop the chip. */
    record Stop() implements IoRequest {
        @Override
        public int command() {
            return 0x02;
        }
    }

    /** Which direction, pull-up and level does each pin have? */
    record State() implements IoRequest {
        @Override
        public int command() {
            return 0x04;
        }
    }

    /** Make a pin an input or an output. */
    record Mode(int pin, boolean input) implements IoRequest {
        public Mode {
            checkPin(pin);
        }

        @Override
        public int command() {
            return 0x08;
        }

        @Override
        public Bytes payload() {
            return Bytes.of(0x08, pin, input ? 1 : 0);
        }
    }

    /** Switch a pin's pull-up resistor. */
    record PullUp(int pin, boolean on) implements IoRequest {
        public PullUp {
            checkPin(pin);
        }

        @Override
        public int command() {
            return 0x10;
        }

        @Override
        public Bytes payload() {
            return Bytes.of(0x10, pin, on ? 1 : 0);
        }
    }

    /** Set a pin's level. */
    record Write(int pin, boolean high) implements IoRequest {
        public Write {
            checkPin(pin);
        }

        @Override
        public int command() {
            return 0x20;
        }

        @Override
        public Bytes payload() {
            return Bytes.of(0x20, pin, high ? 1 : 0);
        }
    }

    /** Which level does a pin have? */
    record Read(int pin) implements IoRequest {
        public Read {
            checkPin(pin);
        }

        @Override
        public int command() {
            return 0x40;
        }

        @Override
        public Bytes payload() {
            return Bytes.of(0x40, pin);
        }
    }

    /** Is the chip started? */
    record Started() implements IoRequest {
        @Override
        public int command() {
            return 0x80;
        }
    }

    @Override
    default Bytes payload() {
        return Bytes.of(command());
    }

    /** As a node reads it; null when it would refuse. */
    static @Nullable IoRequest read(Bytes payload) {
        int length = payload.length();
        return switch (length == 0 ? 0 : payload.at(0)) {
            case 0x01 -> length == 1 || (length == 2 && payload.at(1) <= 7) ? new Start() : null;
            case 0x02 -> length == 1 ? new Stop() : null;
            case 0x04 -> length == 1 ? new State() : null;
            case 0x08 -> pinAndBit(payload) ? new Mode(payload.at(1), payload.at(2) == 1) : null;
            case 0x10 -> pinAndBit(payload) ? new PullUp(payload.at(1), payload.at(2) == 1) : null;
            case 0x20 -> pinAndBit(payload) ? new Write(payload.at(1), payload.at(2) == 1) : null;
            case 0x40 -> readPin(payload);
            case 0x80 -> length == 1 ? new Started() : null;
            default -> null;
        };
    }

    /** Without a pin it means pin 0. */
    private static @Nullable Read readPin(Bytes payload) {
        return switch (payload.length()) {
            case 1 -> new Read(0);
            case 2 -> payload.at(1) <= 7 ? new Read(payload.at(1)) : null;
            default -> null;
        };
    }

    private static boolean pinAndBit(Bytes payload) {
        return payload.length() == 3 && payload.at(1) <= 7 && payload.at(2) <= 1;
    }

    private static void checkPin(int pin) {
        if (pin < 0 || pin > 7) {
            throw new IllegalArgumentException("an IO pin is 0 to 7, not " + pin);
        }
    }
}
