package org.bmac.simulator;

import java.time.Instant;
import org.bmac.node.Answered;
import org.bmac.node.IoAnswer;
import org.bmac.node.IoRequest;
import org.bmac.point.Bytes;
import org.bmac.point.Kind;

/**
 * Relays and valves on the eight pins of an IO chip. What is answered are shadow registers, which change whether the chip
 * was started or not; and a read of a pin that does not exist is answered twice.
 */
final class IoModule extends FirmwareModule {
    private static final int READ = 0x40;

    private boolean started;
    private int inputs;
    private int pullUps;
    private int levels;

    IoModule(FirmwareMachine node) {
        super(node);
    }

    @Override
    String topic() {
        return "io/" + address;
    }

    @Override
    void hear(Bytes command, Instant now) {
        IoRequest request = IoRequest.read(command);
        if (request != null) {
            answer(obey(request));
        } else if (command.length() > 0 && Integer.bitCount(command.at(0)) == 1) {
            refuse(command);
        }
    }

    private void refuse(Bytes command) {
        answer(new IoAnswer.Refused(command.at(0)));
        if (command.at(0) == READ && command.length() == 2) {
            answer(new IoAnswer.Level(command.at(1), false));
        }
    }

    private IoAnswer obey(IoRequest request) {
        switch (request) {
            case IoRequest.Start() -> start();
            case IoRequest.Stop() -> started = false;
            case IoRequest.Mode(int pin, boolean input) -> inputs = with(inputs, pin, input);
            case IoRequest.PullUp(int pin, boolean on) -> pullUps = with(pullUps, pin, on);
            case IoRequest.Write(int pin, boolean high) -> write(pin, high);
            case IoRequest.State() -> {
                return new IoAnswer.State(inputs, pullUps, levels);
            }
            case IoRequest.Started() -> {
                return new IoAnswer.Started(started);
            }
            case IoRequest.Read(int pin) -> {
                return new IoAnswer.Level(pin, physical(pin));
            }
        }
        return new IoAnswer.Done(request.command());
    }

    private void start() {
        started = true;
        inputs = 0;
        levels = 0;
    }

    private void write(int pin, boolean high) {
        if (!node.jammed(Kind.VALVE, pin) && !node.jammed(Kind.RELAY, pin)) {
            levels = with(levels, pin, high);
        }
    }

    /** An input that is pulled up reads high, an output reads what was written. */
    private boolean physical(int pin) {
        int bits = bit(inputs, pin) ? pullUps : levels;
        return bit(bits, pin);
    }

    private static boolean bit(int bits, int pin) {
        return (bits >> pin & 1) == 1;
    }

    private static int with(int bits, int pin, boolean on) {
        return on ? bits | 1 << pin : bits & ~(1 << pin);
    }

    private void answer(IoAnswer answer) {
        node.say(new Answered.Io(address, node.location(), answer));
    }

    @Override
    double output(Kind kind, int channel) {
        boolean high = started && channel < 8 && bit(levels, channel);
        return switch (kind) {
            case RELAY -> high ? 1 : 0;
            case VALVE -> high ? 100 : 0;
            default -> Double.NaN;
        };
    }

    @Override
    void preset(Output output, double number) {
        if (output.kind() == Kind.VALVE || output.kind() == Kind.RELAY) {
            started = true;
            levels = with(levels, output.channel(), number > 0);
        }
    }
}
