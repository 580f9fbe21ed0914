package org.bmac.node;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.bmac.building.NodeId;

/**
 * Knows what the PWM modules were asked, by us or by anybody else on the broker, because their answers do not say what they
 * answer. For one thread at a time.
 */
final class PwmTalk {
    /** After that long an answer does not come any more. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private static final int MOST_OPEN = 16;

    private record Asked(PwmRequest request, Instant at) {}

    private static final class Talk {
        private final Deque<Asked> open = new ArrayDeque<>();
        private final Map<Integer, Integer> lastSet = new HashMap<>();
    }

    private final Map<NodeId, Talk> talks = new HashMap<>();

    void asked(NodeId node, PwmRequest request, Instant at) {
        Talk talk = talks.computeIfAbsent(node, _ -> new Talk());
        if (talk.open.size() == MOST_OPEN) {
            talk.open.removeFirst();
        }
        talk.open.addLast(new Asked(request, at));
        if (request instanceof PwmRequest.Set(int pin, int percent)) {
            talk.lastSet.put(pin, percent);
        }
    }

    /** What the answer means: as that to the oldest open request that it fits, else if it can mean only one thing. */
    Optional<PwmAnswer> meaning(NodeId node, Answered.Pwm answer, Instant at) {
        Talk talk = talks.computeIfAbsent(node, _ -> new Talk());
        talk.open.removeIf(asked -> asked.at.plus(PATIENCE).isBefore(at));
        Optional<Asked> fitting = talk.open.stream()
                .filter(asked -> answer.to(asked.request).isPresent())
                .findFirst();
        if (fitting.isPresent()) {
            talk.open.remove(fitting.get());
            return answer.to(fitting.get().request);
        }
        Set<PwmAnswer> possible = answer.possible();
        return possible.size() == 1 ? possible.stream().findFirst() : Optional.empty();
    }

    /**
     * The duty that a read-back stands for. A node reads back 1 for a pin that has 0 or was never started; it is taken for 1
     * only if that is what was asked for last.
     */
    int duty(NodeId node, PwmAnswer.Reads read) {
        Talk talk = talks.computeIfAbsent(node, _ -> new Talk());
        boolean one = talk.lastSet.getOrDefault(read.pin(), 0) == 1;
        return read.percent() == 1 && !one ? 0 : read.percent();
    }
}
