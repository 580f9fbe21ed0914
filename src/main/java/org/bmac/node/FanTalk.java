package org.bmac.node;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.bmac.point.Bytes;
import org.bmac.point.Value;

/**
 * Sets a firmware fan. Which pins are started is asked first, always: a duty for a module that is not started makes a real
 * node crash, and since answers come in order everything that still belongs to earlier requests has come before this answer.
 * After the duty is set it is read back.
 */
final class FanTalk implements Conversation {
    private enum At {
        FENCE,
        START,
        SET,
        READ
    }

    private final int pin;
    private final int percent;
    private final List<Integer> pins;
    private At at = At.FENCE;
    private boolean moved;
    private boolean again;
    private Duration patience = Duration.ZERO;

    /** @param pins of all fans of the node, on which the module is started when it is not */
    FanTalk(int pin, int percent, List<Integer> pins) {
        this.pin = pin;
        this.percent = percent;
        this.pins = List.copyOf(pins);
    }

    @Override
    public Step begin(Duration left) {
        patience = left;
        return ask(At.FENCE, new PwmRequest.Active(), false);
    }

    @Override
    public Step hear(Answered answer, Duration left) {
        return meaning(answer).map(this::next).orElse(new Step.Listen());
    }

    /** What is known to mean something else is the answer to another question, though its bytes would do. */
    private Optional<PwmAnswer> meaning(Answered answer) {
        if (answer instanceof Answered.Meant(String _, PwmAnswer meant)) {
            return PwmAnswer.to(asked(), meant.data()).filter(meant::equals);
        }
        return answer instanceof Answered.Pwm(String _, Bytes raw) ? PwmAnswer.to(asked(), raw) : Optional.empty();
    }

    /** A node that has restarted meanwhile begins with nothing started, so the whole is gone through again. */
    @Override
    public Step silence(Duration left) {
        if (again) {
            return new Step.Listen();
        }
        again = true;
        return ask(At.FENCE, new PwmRequest.Active(), false);
    }

    private Step next(PwmAnswer answer) {
        return switch (answer) {
            case PwmAnswer.Active(List<Integer> started) -> fenced(started);
            case PwmAnswer.Done() -> at == At.START ? set() : read();
            case PwmAnswer.Refused() -> Step.refused(refusal());
            case PwmAnswer.Reads read -> new Step.End(judged(read));
        };
    }

    private Step fenced(List<Integer> started) {
        if (started.contains(pin)) {
            return moved ? read() : set();
        }
        return started.isEmpty()
                ? ask(At.START, new PwmRequest.Start(pins), true)
                : Step.refused("The node drives fans on GPIO " + started + " only, not on " + pin + ".");
    }

    private Step set() {
        moved = true;
        return ask(At.SET, new PwmRequest.Set(pin, percent), true);
    }

    private Step read() {
        return ask(At.READ, new PwmRequest.Read(pin), false);
    }

    private Verdict judged(PwmAnswer.Reads read) {
        return read.confirms(percent)
                ? new Verdict.Confirmed(new Value.Duty(percent))
                : new Verdict.Mismatched(new Value.Duty(read.percent() == 1 ? 0 : read.percent()));
    }

    private String refusal() {
        return at == At.START
                ? "The node cannot start its fans: another of its modules uses one of their pins."
                : "The node refuses to set the fan on GPIO " + pin + ".";
    }

    private Step ask(At where, PwmRequest request, boolean moves) {
        at = where;
        return new Step.Ask(request, moves, again ? patience : Conversation.first(patience));
    }

    private PwmRequest asked() {
        return switch (at) {
            case FENCE -> new PwmRequest.Active();
            case START -> new PwmRequest.Start(pins);
            case SET -> new PwmRequest.Set(pin, percent);
            case READ -> new PwmRequest.Read(pin);
        };
    }
}
