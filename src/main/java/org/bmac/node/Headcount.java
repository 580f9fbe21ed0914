package org.bmac.node;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.bmac.access.Actor;
import org.bmac.broker.Broker;
import org.bmac.broker.Outgoing;
import org.bmac.building.Buildings;
import org.bmac.building.Dialect;
import org.bmac.building.Node;
import org.bmac.building.NodeId;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;

/**
 * Asks all nodes at once whether they are there, and counts who answers within ten seconds. One at a time. May be called on
 * any thread.
 */
@Component
public class Headcount implements NodeListener {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Tending tending;
    private final Buildings buildings;
    private final Broker broker;
    private final Post post;
    private final Gate gate;
    private final Clock clock;
    private volatile @Nullable Count count;

    /**
     * How it stands.
     *
     * @param asked who was asked
     * @param answered after how long each answered
     * @param over whether nobody is waited for any more
     */
    public record Result(Instant at, List<NodeId> asked, Map<NodeId, Duration> answered, boolean over) {
        public Result {
            asked = List.copyOf(asked);
            answered = Map.copyOf(answered);
        }

        /** Who has not answered. */
        public List<NodeId> missing() {
            return asked.stream().filter(node -> !answered.containsKey(node)).toList();
        }
    }

    private record Count(Instant at, Map<NodeId, Boolean> asked, Map<NodeId, Duration> answered) {}

    Headcount(Tending tending, Buildings buildings, Broker broker, Post post, Gate gate, Clock clock) {
        this.tending = tending;
        this.buildings = buildings;
        this.broker = broker;
        this.post = post;
        this.gate = gate;
        this.clock = clock;
    }

    /** Whether this actor may ask all nodes. */
    public boolean may(Actor by) {
        return tending.mayAll(by);
    }

    /**
     * Begins anew: one ping that all firmware nodes hear, and a question to each BMaC 5 node.
     *
     * @throws AccessDeniedException when the actor may not configure the whole building
     * @throws IllegalArgumentException with a sentence when the broker is lost
     */
    public void start(Actor by, String origin) {
        if (!may(by)) {
            throw new AccessDeniedException(by.name() + " may not ask all nodes.");
        }
        if (!broker.link().up()) {
            throw new IllegalArgumentException(
                    "The broker is lost: " + broker.link().reason() + ".");
        }
        List<Node> nodes = buildings.current().nodes().stream()
                .filter(node -> node.tellable() && !gate.blocks(node.id()))
                .toList();
        List<Outgoing> questions = new ArrayList<>();
        questions.add(new Broadcast.Ping().to(""));
        Map<NodeId, Boolean> asked = new ConcurrentHashMap<>();
        for (Node node : nodes) {
            asked.put(node.id(), true);
            if (node.dialect() == Dialect.BMAC5) {
                questions.add(new Bmac5Request.Get(null).to(Tending.uid(node)));
            }
        }
        tending.noteAll(by, origin, "Roll call of " + nodes.size() + " nodes.", questions);
        count = new Count(clock.instant(), asked, new ConcurrentHashMap<>());
        questions.forEach(post::send);
    }

    /** The last one; empty when there was none. */
    public Optional<Result> last() {
        return Optional.ofNullable(count).map(this::result);
    }

    private Result result(Count of) {
        Map<NodeId, Duration> answered = Map.copyOf(of.answered());
        boolean late = clock.instant().isAfter(of.at().plus(PATIENCE));
        return new Result(
                of.at(),
                of.asked().keySet().stream()
                        .sorted(Comparator.comparingInt(NodeId::number))
                        .toList(),
                answered,
                late || answered.size() == of.asked().size());
    }

    @Override
    public void on(NodeMessage said, @Nullable Node node, Instant at) {
        Count open = count;
        if (open == null || node == null || at.isAfter(open.at().plus(PATIENCE)) || !isAnswer(said)) {
            return;
        }
        if (open.asked().containsKey(node.id())) {
            Duration after = Duration.between(open.at(), at);
            open.answered().putIfAbsent(node.id(), after.isNegative() ? Duration.ZERO : after);
        }
    }

    private static boolean isAnswer(NodeMessage said) {
        return said instanceof NodeMessage.Described
                || (said instanceof NodeMessage.Presence(String _, Sign sign) && sign == Sign.PONG);
    }
}
