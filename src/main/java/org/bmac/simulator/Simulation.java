package org.bmac.simulator;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.bmac.broker.BrokerAddress;
import org.bmac.building.Buildings;
import org.bmac.building.Dialect;
import org.bmac.history.Recall;
import org.bmac.node.Channel;
import org.bmac.node.Generation;
import org.bmac.point.Kind;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * The demonstration: the Stadthaus with its people, its weather and its nodes on the program's broker. It begins when the
 * program is ready, and only where the building is empty or is the Stadthaus. Three faults are built in: the node of the
 * library falls silent for two and a half minutes in every fifteen, the one in the archive loses its connection for two in
 * every twenty, and the light of the corridor on the first floor confirms commands without obeying.
 */
@Component
@ConditionalOnBooleanProperty(name = "bmac.demo", matchIfMissing = true)
@EnableConfigurationProperties(DemoSettings.class)
public class Simulation implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Simulation.class);
    private static final Duration TICK = Duration.ofMillis(50);
    private static final Duration BETWEEN_CONNECTS = Duration.ofMillis(40);
    private static final List<Mishap> MISHAPS = List.of(
            new Mishap(
                    "library",
                    Duration.ofMinutes(15),
                    Duration.ofMinutes(4),
                    Duration.ofSeconds(150),
                    SimulatedNode::silence),
            new Mishap(
                    "archive-dryer",
                    Duration.ofMinutes(20),
                    Duration.ofMinutes(9),
                    Duration.ofMinutes(2),
                    SimulatedNode::drop));
    private static final String LIAR = "corridor-1-light";

    private final StadthausSetup setup;
    private final Buildings buildings;
    private final Recall past;
    private final URI broker;
    private final DemoSettings.Simulator settings;
    private final Clock clock;
    private final Layout layout = Stadthaus.layout();
    private final Chance chance;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("simulation").factory());
    private final Map<String, SimulatedNode> nodes = new LinkedHashMap<>();
    private final Map<String, SimulatedNode> byLocation = new LinkedHashMap<>();
    private volatile @Nullable Yesterdays yesterdays;
    private final Set<Mishap> going = new HashSet<>();

    Simulation(Buildings buildings, BrokerAddress address, Recall past, DemoSettings settings, Clock clock) {
        this.buildings = buildings;
        this.past = past;
        this.setup = new StadthausSetup(buildings);
        this.broker = address.nodes();
        this.settings = settings.simulator();
        this.clock = clock;
        this.chance = new Chance(settings.simulator().seed());
    }

    /** Begins, on a thread of its own. */
    @EventListener(ApplicationReadyEvent.class)
    void start() {
        thread.execute(() -> {
            try {
                begin();
            } catch (RuntimeException e) {
                LOG.error("The demonstration could not begin", e);
            }
        });
    }

    /** All nodes that are simulated, by UID; empty before it has begun. */
    public List<SimulatedNode> nodes() {
        synchronized (nodes) {
            return List.copyOf(nodes.values());
        }
    }

    /**
     * A node by its UID, to put faults on it.
     *
     * @throws IllegalArgumentException when no such node is simulated (yet)
     */
    public SimulatedNode node(String uid) {
        synchronized (nodes) {
            return found(nodes.get(uid), uid);
        }
    }

    /** As {@link #node(String)}, by the location that it was given in the demonstration building. */
    public SimulatedNode nodeAt(String location) {
        synchronized (nodes) {
            return found(byLocation.get(location), location);
        }
    }

    @Override
    public void close() {
        Yesterdays before = yesterdays;
        if (before != null) {
            before.close();
        }
        nodes().forEach(SimulatedNode::close);
        thread.shutdown();
    }

    private static SimulatedNode found(@Nullable SimulatedNode node, String name) {
        if (node == null) {
            throw new IllegalArgumentException("no node " + name + " is simulated");
        }
        return node;
    }

    private void begin() {
        if (!setup.mayStand()) {
            LOG.info("The building is not the demonstration's, so nothing is simulated.");
            return;
        }
        setup.run();
        Instant start = clock.instant();
        House house = new House(layout, chance, ZoneId.systemDefault(), start);
        Wiring wiring = new Wiring(house, layout);
        Stadthaus.nodes().forEach(node -> fit(node, house, wiring));
        Stadthaus.unplaced().forEach(node -> fit(node, house, wiring));
        nodeAt(LIAR).lie(Kind.RELAY, liar());
        connectOneAfterTheOther();
        var _ = thread.scheduleWithFixedDelay(
                () -> run(house, wiring, start), TICK.toMillis(), TICK.toMillis(), TimeUnit.MILLISECONDS);
        LOG.info("The demonstration building {} is simulated: {} nodes on {}.", Stadthaus.NAME, nodes.size(), broker);
        Yesterdays before = new Yesterdays(past, buildings, chance, settings.past(), start);
        yesterdays = before;
        before.start();
    }

    private static int liar() {
        return Stadthaus.nodes().stream()
                .filter(node -> node.fitting().location().equals(LIAR))
                .flatMap(node -> node.fitting().parts().stream())
                .filter(part -> part.kind() == Kind.RELAY)
                .findFirst()
                .orElseThrow()
                .channel();
    }

    private void fit(Stadthaus.Numbered node, House house, Wiring wiring) {
        int room = layout.room(node.fitting().room());
        RoomSenses senses = new RoomSenses(house, chance, room, node);
        double firstBeat = 0.05 + 0.2 * chance.of(node.uid().hashCode(), 0);
        SimulatedNode made = new SimulatedNode(
                broker,
                node.uid(),
                clock,
                thread,
                _ -> senses,
                (felt, radio) -> program(node, house, felt, firstBeat, radio));
        synchronized (nodes) {
            nodes.put(node.uid(), made);
            byLocation.put(node.fitting().location(), made);
        }
        wiring.add(node.fitting(), room, made.machine());
    }

    private Machine program(
            Stadthaus.Numbered node,
            House house,
            Senses senses,
            double firstBeat,
            java.util.function.Consumer<Effect> radio) {
        if (node.fitting().dialect() == Dialect.BMAC5) {
            return new Bmac5Machine(node.uid(), channels(node.fitting()), senses, firstBeat, radio);
        }
        Generation generation = chance.of(node.uid().hashCode(), 1) < 0.5 ? Generation.CAREFUL : Generation.RETAINING;
        FirmwareMachine machine = new FirmwareMachine(node.uid(), generation, senses, firstBeat, radio);
        boolean heating = house.heatsAround(layout.room(node.fitting().room()));
        machine.remember(new Output(Kind.CHANGEOVER, 0), heating ? 1 : 0);
        node.fitting().parts().stream()
                .filter(part -> part.role() == Role.FAN_COIL)
                .forEach(part -> machine.preset(new Output(part.kind(), part.channel()), before(part)));
        return machine;
    }

    /** What somebody has left the fan coils at: the first at 30 % with an open valve, the others off. */
    static double before(Part part) {
        boolean first = part.channel() == (part.kind() == Kind.FAN ? 14 : 1);
        return first ? part.kind() == Kind.FAN ? 30 : 100 : 0;
    }

    private static List<Channel> channels(Fitting fitting) {
        List<Channel> channels = new ArrayList<>();
        for (Part part : fitting.parts()) {
            boolean commandable = part.kind().commandable();
            channels.add(new Channel(part.channel(), part.kind(), commandable, true, period(part.kind())));
        }
        return channels;
    }

    private static Duration period(Kind kind) {
        return switch (kind) {
            case TEMPERATURE -> Duration.ofSeconds(5);
            case HUMIDITY -> Duration.ofSeconds(10);
            case CO2 -> Duration.ofSeconds(15);
            case PRESSURE -> Duration.ofSeconds(30);
            case ESPRESSO, DOUBLE_ESPRESSO, COFFEE, DOUBLE_COFFEE, MOISTURE, WEIGHT -> Duration.ofSeconds(60);
            case MOTION, RELAY, FAN, VALVE, CHANGEOVER -> Duration.ZERO;
        };
    }

    private void connectOneAfterTheOther() {
        long delay = 0;
        for (SimulatedNode node : nodes()) {
            var _ = thread.schedule(node::connect, delay, TimeUnit.MILLISECONDS);
            delay += BETWEEN_CONNECTS.toMillis();
        }
    }

    private void run(House house, Wiring wiring, Instant start) {
        try {
            Instant now = clock.instant();
            Duration since = Duration.between(start, now);
            if (house.advanceTo(start.plus(since.multipliedBy(settings.speed())))) {
                wiring.apply(now);
            }
            nodes.values().forEach(SimulatedNode::tick);
            MISHAPS.forEach(mishap -> befall(mishap, since));
        } catch (RuntimeException e) {
            // A timer that throws would never come again.
            LOG.error("The simulation stumbled", e);
        }
    }

    private void befall(Mishap mishap, Duration since) {
        SimulatedNode node = nodeAt(mishap.location());
        if (mishap.isOn(since) && going.add(mishap)) {
            mishap.fault().accept(node);
        } else if (!mishap.isOn(since) && going.remove(mishap)) {
            node.heal();
        }
    }
}
