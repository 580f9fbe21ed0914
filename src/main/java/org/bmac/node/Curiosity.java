package org.bmac.node;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.bmac.broker.Broker;
import org.bmac.building.Buildings;
import org.bmac.building.Dialect;
import org.bmac.building.Node;
import org.bmac.building.NodeId;
import org.jspecify.annotations.Nullable;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Asks firmware nodes which version they are and which modules run, a while after they have been heard first or have
 * restarted: they do not say it by themselves. A few at a time, and again only after they have restarted.
 */
@Component
class Curiosity implements NodeListener {
    private static final Duration SETTLED = Duration.ofSeconds(4);
    private static final int AT_ONCE = 20;

    private final Broker broker;
    private final Post post;
    private final Buildings buildings;
    private final Gate gate;
    private final Clock clock;
    private final Map<NodeId, Instant> due = new ConcurrentHashMap<>();

    Curiosity(Broker broker, Post post, Buildings buildings, Gate gate, Clock clock) {
        this.broker = broker;
        this.post = post;
        this.buildings = buildings;
        this.gate = gate;
        this.clock = clock;
    }

    @Override
    public void on(NodeMessage said, @Nullable Node node, Instant at) {
        if (node == null || node.uid() == null || node.dialect() != Dialect.FIRMWARE) {
            return;
        }
        if (said instanceof NodeMessage.Hello) {
            due.put(node.id(), at.plus(SETTLED));
        } else {
            due.putIfAbsent(node.id(), at.plus(SETTLED));
        }
    }

    @Scheduled(fixedDelay = 1_000)
    void step() {
        Instant now = clock.instant();
        if (broker.link().up()) {
            due.entrySet().stream()
                    .filter(entry -> !entry.getValue().isAfter(now))
                    .limit(AT_ONCE)
                    .map(Map.Entry::getKey)
                    .toList()
                    .forEach(this::ask);
        }
    }

    /** Not again until it says hello. */
    private void ask(NodeId id) {
        due.put(id, Instant.MAX);
        buildings
                .current()
                .node(id)
                .filter(node -> node.uid() != null && !gate.blocks(id))
                .ifPresent(node -> {
                    post.send(new Maintenance.Version().to(String.valueOf(node.uid())));
                    post.send(new Maintenance.ActiveModules().to(String.valueOf(node.uid())));
                });
    }
}
