package org.bmac.node;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.bmac.broker.Broker;
import org.bmac.broker.Link;
import org.bmac.building.Buildings;
import org.bmac.building.Dialect;
import org.bmac.building.Node;
import org.bmac.building.NodeId;
import org.jspecify.annotations.Nullable;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Finds out which firmware node was lost. All leave the same will, so while a will is fresh every node is asked again and
 * again whether it is there; one that says nothing at all for ten seconds after the will is the one. Each will has its own
 * ten seconds, because a node may have been heard during those of another and be lost just then; however many wills come,
 * each gets its verdict, and they share the questions. It holds no lock while it asks and tells.
 */
@Component
class RollCall implements NodeListener {
    private static final Duration AGAIN = Duration.ofSeconds(5);
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Broker broker;
    private final Post post;
    private final Buildings buildings;
    private final LastSeen lastSeen;
    private final Presences presences;
    private final Gate gate;
    private final Clock clock;
    /** The last will of each second, oldest first; none is older than it takes to judge it. */
    private final Deque<Instant> wills = new ArrayDeque<>();

    /** When those that were found lost had last been heard: who has said nothing since is not lost anew. */
    private final Map<NodeId, Optional<Instant>> found = new ConcurrentHashMap<>();

    private Instant asked = Instant.MIN;

    RollCall(
            Broker broker,
            Post post,
            Buildings buildings,
            LastSeen lastSeen,
            Presences presences,
            Gate gate,
            Clock clock) {
        this.broker = broker;
        this.post = post;
        this.buildings = buildings;
        this.lastSeen = lastSeen;
        this.presences = presences;
        this.gate = gate;
        this.clock = clock;
    }

    @Override
    public void on(NodeMessage said, @Nullable Node node, Instant at) {
        if (said instanceof NodeMessage.LastWill) {
            note(at);
            ask(at);
        }
    }

    @Scheduled(fixedDelay = 1000)
    void step() {
        Instant now = clock.instant();
        forgetWhatCameBefore(broker.link());
        Instant due = due(now);
        if (due != null) {
            loseTheSilent(due, now);
        }
        ask(now);
    }

    private synchronized void note(Instant will) {
        Instant last = wills.peekLast();
        if (last == null) {
            asked = Instant.MIN;
        } else if (last.getEpochSecond() == will.getEpochSecond()) {
            wills.removeLast();
        }
        wills.addLast(will);
    }

    /** Whoever is not heard while the broker is lost need not be lost. */
    private synchronized void forgetWhatCameBefore(Link link) {
        wills.removeIf(will -> !link.up() || link.since().isAfter(will));
    }

    /** The newest will whose time is up, which judges for the older ones too; null when there is none. */
    private synchronized @Nullable Instant due(Instant now) {
        Instant due = null;
        while (!wills.isEmpty() && !now.isBefore(wills.getFirst().plus(PATIENCE))) {
            due = wills.removeFirst();
        }
        return due;
    }

    private void ask(Instant now) {
        if (mayAsk(now)) {
            post.send(new Broadcast.Ping().to(""));
        }
    }

    private synchronized boolean mayAsk(Instant now) {
        boolean may = !wills.isEmpty() && !now.isBefore(asked.plus(AGAIN));
        if (may) {
            asked = now;
        }
        return may;
    }

    private void loseTheSilent(Instant since, Instant now) {
        buildings.current().nodes().stream()
                .filter(node -> node.dialect() == Dialect.FIRMWARE && node.uid() != null && silent(node, since))
                .filter(node -> !gate.blocks(node.id()))
                .filter(this::isNewlyLost)
                .forEach(node -> presences.lost(node, "connection lost, and no answer to a ping", now));
    }

    /** Notes when it was last heard, and whether that is not what was noted when it was found lost before. */
    private boolean isNewlyLost(Node node) {
        Optional<Instant> heard = lastSeen.of(node.id());
        return !heard.equals(found.put(node.id(), heard));
    }

    private boolean silent(Node node, Instant since) {
        Optional<Instant> seen = lastSeen.of(node.id());
        return seen.isEmpty() || !seen.get().isAfter(since);
    }
}
