package org.bmac.node;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.bmac.point.Bytes;

/** Asks a firmware node what its outputs do; moves nothing. */
final class Question implements Conversation {
    private static final Duration PATIENCE = Duration.ofMillis(1_500);

    private final Deque<Request> open = new ArrayDeque<>();
    private final List<Integer> fans;

    /** @param fans whose duties are asked for once it is known which of them are started: before, a real node crashes */
    Question(Request first, List<Integer> fans) {
        this.fans = List.copyOf(fans);
        open.add(first);
    }

    @Override
    public Step begin(Duration left) {
        Request next = open.peek();
        return next == null
                ? new Step.End(new Verdict.Unanswered("nothing more to ask"))
                : new Step.Ask(next, false, PATIENCE);
    }

    @Override
    public Step hear(Answered answer, Duration left) {
        if (!answers(answer)) {
            return new Step.Listen();
        }
        open.poll();
        return begin(left);
    }

    @Override
    public Step silence(Duration left) {
        open.clear();
        return begin(left);
    }

    private boolean answers(Answered answer) {
        Request asked = open.peek();
        return switch (answer) {
            case Answered.Meant(String _, PwmAnswer meant) ->
                asked instanceof PwmRequest pwm && fits(pwm, meant.data());
            case Answered.Pwm(String _, Bytes data) -> asked instanceof PwmRequest pwm && fits(pwm, data);
            case Answered.Io(String _, String _, IoAnswer said) ->
                asked instanceof IoRequest io && said.data().at(0) == io.command();
            case Answered.Switch(String _, String _, SwitchAnswer said) ->
                asked == SwitchRequest.READ && said.data().at(0) == SwitchRequest.READ.command();
            default -> false;
        };
    }

    private boolean fits(PwmRequest asked, Bytes data) {
        return PwmAnswer.to(asked, data)
                .map(answer -> {
                    if (answer instanceof PwmAnswer.Active(List<Integer> started)) {
                        fans.stream().filter(started::contains).forEach(pin -> open.add(new PwmRequest.Read(pin)));
                    }
                    return true;
                })
                .orElse(false);
    }
}
