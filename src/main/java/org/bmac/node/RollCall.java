package org.bmac.node;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.bmac.broker.Broker;
import org.bmac.building.Buildings;
import org.bmac.building.Dialect;
import org.bmac.building.Node;
import org.jspecify.annotations.Nullable;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Finds out which firmware node was lost. All leave the same will, so after a will every node is asked twice whether it is
 * there; one that says nothing at all for ten seconds is the one.
 */
@Component
class RollCall implements NodeListener {
    private static final Duration AGAIN = Duration.ofSeconds(5);
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private record Call(Instant begun, boolean askedAgain) {}

    private final Broker broker;
    private final Post post;
    private final Buildings buildings;
    private final LastSeen lastSeen;
    private final Presences presences;
    private final Clock clock;
    private final AtomicReference<@Nullable Call> running = new AtomicReference<>();

    RollCall(Broker broker, Post post, Buildings buildings, LastSeen lastSeen, Presences presences, Clock clock) {
        this.broker = broker;
        this.post = post;
        this.buildings = buildings;
        this.lastSeen = lastSeen;
        this.presences = presences;
        this.clock = clock;
    }

    /** A will during a call begins it anew: the call that runs may have heard that node just before. */
    @Override
    public void on(NodeMessage said, @Nullable Node node, Instant at) {
        if (said instanceof NodeMessage.LastWill) {
            running.set(new Call(at, false));
            post.send(new Broadcast.Ping().to(""));
        }
    }

    @Scheduled(fixedDelay = 1000)
    void step() {
        Call call = running.get();
        if (call == null) {
            return;
        }
        Instant now = clock.instant();
        if (!broker.link().up() || broker.link().since().isAfter(call.begun)) {
            running.compareAndSet(call, null);
        } else if (!now.isBefore(call.begun.plus(PATIENCE))) {
            if (running.compareAndSet(call, null)) {
                loseTheSilent(call.begun, now);
            }
        } else if (!call.askedAgain && !now.isBefore(call.begun.plus(AGAIN))) {
            if (running.compareAndSet(call, new Call(call.begun, true))) {
                post.send(new Broadcast.Ping().to(""));
            }
        }
    }

    private void loseTheSilent(Instant since, Instant now) {
        buildings.current().nodes().stream()
                .filter(node -> node.dialect() == Dialect.FIRMWARE && node.uid() != null && silent(node, since))
                .forEach(node -> presences.lost(node, "connection lost, and no answer to a ping", now));
    }

    private boolean silent(Node node, Instant since) {
        Optional<Instant> seen = lastSeen.of(node.id());
        return seen.isEmpty() || !seen.get().isAfter(since);
    }
}
