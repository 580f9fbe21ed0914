package org.bmac.node;

import java.time.Duration;
import org.bmac.point.Kind;
import org.bmac.point.Value;

/**
 * Sets a relay or a valve on the firmware's IO chip. Whether the chip is started is asked first, as shadow registers answer
 * for one that is not; then the level is written, and the pin itself read.
 */
final class PinTalk implements Conversation {
    private static final int START = 0x01;
    private static final int WRITE = 0x20;
    private static final int READ = 0x40;
    private static final int FENCE = 0x80;

    private final Kind kind;
    private final int pin;
    private final boolean high;
    private int asked = FENCE;
    private boolean moved;
    private boolean again;
    private Duration patience = Duration.ZERO;

    PinTalk(Kind kind, int pin, boolean high) {
        this.kind = kind;
        this.pin = pin;
        this.high = high;
    }

    @Override
    public Step begin(Duration left) {
        patience = left;
        return ask(new IoRequest.Started(), false);
    }

    @Override
    public Step hear(Answered answer, Duration left) {
        if (!(answer instanceof Answered.Io(String _, String _, IoAnswer said))) {
            return new Step.Listen();
        }
        return switch (said) {
            case IoAnswer.Started(boolean started) when asked == FENCE -> fenced(started);
            case IoAnswer.Done(int command) when command == asked && asked == START -> write();
            case IoAnswer.Done(int command) when command == asked && asked == WRITE -> read();
            case IoAnswer.Level(int of, boolean level) when asked == READ && of == pin -> new Step.End(judged(level));
            case IoAnswer.Refused(int command)
            when command == asked -> Step.refused("The node refuses to switch pin " + pin + ".");
            default -> new Step.Listen();
        };
    }

    @Override
    public Step silence(Duration left) {
        if (again) {
            return new Step.Listen();
        }
        again = true;
        return ask(new IoRequest.Started(), false);
    }

    private Step fenced(boolean started) {
        if (!started) {
            return ask(new IoRequest.Start(), true);
        }
        return moved ? read() : write();
    }

    private Step write() {
        moved = true;
        return ask(new IoRequest.Write(pin, high), true);
    }

    private Step read() {
        return ask(new IoRequest.Read(pin), false);
    }

    private Verdict judged(boolean level) {
        Value reported = kind == Kind.VALVE ? new Value.Duty(level ? 100 : 0) : new Value.Switched(level);
        return level == high ? new Verdict.Confirmed(reported) : new Verdict.Mismatched(reported);
    }

    private Step ask(IoRequest request, boolean moves) {
        asked = request.command();
        return new Step.Ask(request, moves, again ? patience : Conversation.first(patience));
    }
}
