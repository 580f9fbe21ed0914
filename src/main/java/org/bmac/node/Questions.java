package org.bmac.node;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.bmac.broker.Broker;
import org.bmac.broker.LinkChanged;
import org.bmac.building.Buildings;
import org.bmac.building.Dialect;
import org.bmac.building.Node;
import org.bmac.building.NodeId;
import org.bmac.building.Point;
import org.bmac.point.Kind;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Asks nodes for what they do not say by themselves: the firmware's outputs every minute and three seconds after a node has
 * connected, everything once when the link to the broker comes up. It asks and never moves anything.
 */
@Component
class Questions implements NodeListener {
    private static final Duration ROUND = Duration.ofSeconds(60);
    private static final Duration STARTING = Duration.ofSeconds(3);
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final int AT_ONCE = 20;

    private final Broker broker;
    private final Post post;
    private final Buildings buildings;
    private final Lanes lanes;
    private final Gate gate;
    private final Clock clock;
    private final Map<NodeId, Instant> due = new ConcurrentHashMap<>();

    Questions(Broker broker, Post post, Buildings buildings, Lanes lanes, Gate gate, Clock clock) {
        this.broker = broker;
        this.post = post;
        this.buildings = buildings;
        this.lanes = lanes;
        this.gate = gate;
        this.clock = clock;
    }

    @EventListener
    void on(LinkChanged changed) {
        if (changed.link().up()) {
            due.clear();
            publish(new Broadcast.Tell(), "");
        }
    }

    @Scheduled(fixedDelay = 1000)
    void step() {
        Instant now = clock.instant();
        if (broker.link().up()) {
            buildings.current().nodes().stream()
                    .filter(node -> !due.getOrDefault(node.id(), now).isAfter(now) && asks(node))
                    .filter(node -> !gate.blocks(node.id()))
                    .limit(AT_ONCE)
                    .toList()
                    .forEach(node -> ask(node, now));
        }
    }

    private boolean asks(Node node) {
        return switch (node.dialect()) {
            case BMAC5 -> node.uid() != null;
            case FIRMWARE ->
                buildings.current().pointsOf(node.id()).stream()
                        .anyMatch(point -> point.kind().commandable());
            case DISCOVERED -> false;
        };
    }

    private void ask(Node node, Instant now) {
        if (node.dialect() == Dialect.BMAC5) {
            due.put(node.id(), Instant.MAX);
            publish(new Bmac5Request.Get(null), String.valueOf(node.uid()));
            return;
        }
        due.put(node.id(), now.plus(ROUND));
        List<Point> points = buildings.current().pointsOf(node.id());
        if (has(points, Kind.RELAY) || has(points, Kind.VALVE)) {
            ask(node, new IoRequest.State(), List.of());
        }
        if (has(points, Kind.CHANGEOVER)) {
            ask(node, SwitchRequest.READ, List.of());
        }
        if (has(points, Kind.FAN)) {
            ask(node, new PwmRequest.Active(), fansOf(points));
        }
    }

    private void ask(Node node, Request request, List<Integer> fans) {
        Turn turn = new Turn(new Question(request, fans), PATIENCE, clock.instant(), () -> {});
        lanes.of(node, Lanes.topic(request)).add(turn);
    }

    private static List<Integer> fansOf(List<Point> points) {
        return points.stream()
                .filter(point -> point.kind() == Kind.FAN)
                .map(Point::channel)
                .toList();
    }

    private static boolean has(List<Point> points, Kind kind) {
        return points.stream().anyMatch(point -> point.kind() == kind);
    }

    @Override
    public void on(NodeMessage said, @Nullable Node node, Instant at) {
        if (node != null && said instanceof NodeMessage.Hello) {
            due.put(node.id(), at.plus(STARTING));
        }
    }

    private void publish(Request request, String name) {
        post.send(request.to(name, PATIENCE));
    }
}
