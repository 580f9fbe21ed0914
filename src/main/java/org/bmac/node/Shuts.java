package org.bmac.node;

import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.bmac.building.Buildings;
import org.bmac.building.Node;
import org.bmac.building.NodeId;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** The store of the nodes that are kept out. May be called on any thread; changes wait for one another. */
@Component
class Shuts {
    private static final String REASON = "blocked";

    private final ShutRows rows;
    private final Gate gate;
    private final Presences presences;
    private final Buildings buildings;
    private final Clock clock;
    private final Map<NodeId, Shut> all;

    Shuts(ShutRows rows, Gate gate, Presences presences, Buildings buildings, Clock clock) {
        this.rows = rows;
        this.gate = gate;
        this.presences = presences;
        this.buildings = buildings;
        this.clock = clock;
        this.all = new ConcurrentHashMap<>(rows.read());
        closeGate();
    }

    /** The points of who is blocked have nothing to say from the beginning. */
    @EventListener
    void on(ApplicationReadyEvent ready) {
        for (Node node : buildings.current().nodes()) {
            if (gate.blocks(node.id())) {
                presences.lost(node, REASON, clock.instant());
            }
        }
    }

    Optional<Shut> of(NodeId node) {
        return Optional.ofNullable(all.get(node));
    }

    /** Keeps a node out so, or lets it in again where null. */
    synchronized void set(Node node, @Nullable Shut shut) {
        if (shut == null) {
            rows.remove(node.id());
            all.remove(node.id());
        } else {
            rows.write(node.id(), shut);
            all.put(node.id(), shut);
        }
        boolean was = gate.blocks(node.id());
        closeGate();
        if (gate.blocks(node.id())) {
            presences.lost(node, REASON, clock.instant());
        } else if (was) {
            presences.found(node, clock.instant());
        }
    }

    private void closeGate() {
        gate.blockOnly(all.entrySet().stream()
                .filter(entry -> entry.getValue().how() == Shut.How.BLOCKED)
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet()));
    }
}
