package org.bmac.node;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
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

    private final Broker broker;
    private final Buildings buildings;
    private final LastSeen lastSeen;
    private final Presences presences;
    private final Clock clock;
    private @Nullable Instant begun;
    private boolean askedAgain;

    RollCall(Broker broker, Buildings buildings, LastSeen lastSeen, Presences presences, Clock clock) {
        this.broker = broker;
        this.buildings = buildings;
        this.lastSeen = lastSeen;
        this.presences = presences;
        this.clock = clock;
    }

    /** A will during a call begins it anew: the call that runs may have heard that node just before. */
    @Override
    public synchronized void on(NodeMessage said, @Nullable Node node, Instant at) {
        if (said instanceof NodeMessage.LastWill) {
            begun = at;
            askedAgain = false;
            ask();
        }
    }

    @Scheduled(fixedDelay = 1000)
    synchronized void step() {
        Instant start = begun;
        if (start == null) {
            return;
        }
        Instant now = clock.instant();
        if (!broker.link().up() || broker.link().since().isAfter(start)) {
            begun = null;
        } else if (!now.isBefore(start.plus(PATIENCE))) {
            begun = null;
            buildings.current().nodes().stream()
                    .filter(node -> node.dialect() == Dialect.FIRMWARE && node.uid() != null && silent(node, start))
                    .forEach(node -> presences.lost(node, "connection lost, and no answer to a ping", now));
        } else if (!askedAgain && !now.isBefore(start.plus(AGAIN))) {
            askedAgain = true;
            ask();
        }
    }

    private boolean silent(Node node, Instant since) {
        Optional<Instant> seen = lastSeen.of(node.id());
        return seen.isEmpty() || !seen.get().isAfter(since);
    }

    private void ask() {
        broker.publish(new Broadcast.Ping().to("")).exceptionally(_ -> null);
    }
}
