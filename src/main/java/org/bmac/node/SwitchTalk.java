package org.bmac.node;

import java.time.Duration;
import org.bmac.point.Value;

/** Pulses the firmware's latching relay, which takes a second, and reads its contacts. */
final class SwitchTalk implements Conversation {
    private final boolean heating;
    private SwitchRequest asked;
    private boolean again;
    private Duration patience = Duration.ZERO;

    SwitchTalk(boolean heating) {
        this.heating = heating;
        this.asked = heating ? SwitchRequest.HEAT : SwitchRequest.COOL;
    }

    @Override
    public Step begin(Duration left) {
        patience = left;
        return ask(asked);
    }

    @Override
    public Step hear(Answered answer, Duration left) {
        if (!(answer instanceof Answered.Switch(String _, String _, SwitchAnswer said))) {
            return new Step.Listen();
        }
        return switch (said) {
            case SwitchAnswer.Position(boolean warm) when asked == SwitchRequest.READ -> new Step.End(judged(warm));
            case SwitchAnswer.Done(SwitchRequest request) when request == asked -> ask(SwitchRequest.READ);
            case SwitchAnswer.Refused(SwitchRequest request) when request == asked -> refused();
            default -> new Step.Listen();
        };
    }

    /** The position is read back; a relay that latches is not pulsed twice. */
    @Override
    public Step silence(Duration left) {
        if (again) {
            return new Step.Listen();
        }
        again = true;
        return ask(SwitchRequest.READ);
    }

    private Step refused() {
        return asked == SwitchRequest.READ
                ? new Step.End(new Verdict.Mismatched(new Value.Unreadable("neither contact is closed")))
                : Step.refused("The node refuses to change over.");
    }

    private Verdict judged(boolean warm) {
        Value reported = new Value.Changeover(warm);
        return warm == heating ? new Verdict.Confirmed(reported) : new Verdict.Mismatched(reported);
    }

    private Step ask(SwitchRequest request) {
        asked = request;
        return new Step.Ask(request, request != SwitchRequest.READ, again ? patience : Conversation.first(patience));
    }
}
