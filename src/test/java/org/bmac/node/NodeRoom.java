package org.bmac.node;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;
import org.bmac.access.Rights;
import org.bmac.broker.Broker;
import org.bmac.building.Buildings;
import org.bmac.building.Dialect;
import org.bmac.building.FloorId;
import org.bmac.building.Node;
import org.bmac.building.Placement;
import org.bmac.building.Point;
import org.bmac.building.Spot;
import org.bmac.building.TestBuildings;
import org.bmac.point.Kind;
import org.bmac.point.ReadingListener;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The real room outside an application context, over whatever broker; for tests of rooms that build on it. */
public final class NodeRoom implements AutoCloseable {
    private final Buildings buildings;
    private final Lanes lanes;
    private final Deliveries deliveries;
    private final Questions questions;
    private final Configuration configuration;
    private final Intake intake;
    private final Gate gate = new Gate();

    public NodeRoom(
            Broker broker,
            Buildings buildings,
            Clock clock,
            ApplicationEventPublisher events,
            List<ReadingListener> listeners) {
        this(broker, buildings, clock, events, listeners, List.of());
    }

    /** @param interpreters who know other languages */
    public NodeRoom(
            Broker broker,
            Buildings buildings,
            Clock clock,
            ApplicationEventPublisher events,
            List<ReadingListener> listeners,
            List<Interpreter> interpreters) {
        this.buildings = buildings;
        Post post = new Post(broker, Runnable::run);
        LastSeen lastSeen = new LastSeen();
        Addresses addresses = new Addresses();
        Presences presences = new Presences(buildings, events);
        lanes = new Lanes(post, buildings, addresses, clock);
        deliveries = new Deliveries(broker, buildings, lanes, presences, lastSeen, interpreters, clock);
        questions = new Questions(broker, post, buildings, lanes, new Gate(), clock);
        configuration = new Configuration(post, buildings, addresses);
        List<ReadingListener> all = new ArrayList<>(listeners);
        all.add(lanes);
        intake = new Intake(
                broker, buildings, all, List.of(configuration, presences, questions, lanes), lastSeen, addresses, gate);
        intake.open();
    }

    /** What has nodes fetch their firmware, of a room that is not opened. */
    public static Upgrades upgrades(
            Rights rights, DataSource database, Buildings buildings, Broker broker, ApplicationEventPublisher events) {
        Memory memory = new Memory(
                new ToldRows(JdbcClient.create(database)),
                new TransactionTemplate(new JdbcTransactionManager(database)),
                buildings,
                new LastSeen(),
                new Addresses());
        return new Upgrades(
                new Tending(rights, buildings, events), new Post(broker, Runnable::run), broker, buildings, memory);
    }

    public Deliveries deliveries() {
        return deliveries;
    }

    /** Nobody but this one is blocked from now on. */
    public void block(org.bmac.building.NodeId node) {
        gate.blockOnly(Set.of(node));
    }

    public Intake intake() {
        return intake;
    }

    /** What looks at the time, looks. */
    public void step() {
        lanes.step();
    }

    /** Nodes are asked what they do. */
    public void ask() {
        questions.step();
    }

    /** A firmware node on the ground floor; it is told so when it says hello. */
    public Node firmware(String uid, String location, Module... modules) {
        Node node = buildings.addNode(uid, location, Dialect.FIRMWARE, 0);
        return configuration.assign(node.id(), location, Set.of(modules), place());
    }

    /** A BMaC 5 node on the ground floor. */
    public Node bmac5(String uid) {
        Node node = buildings.addNode(uid, uid, Dialect.BMAC5, 0);
        return buildings.assign(node.id(), uid, 0, place());
    }

    /** An output of a node, as a hello would announce it: then the node is not admitted on another thread. */
    public Point output(Node node, Kind kind, int channel) {
        return buildings.ensurePoint(node.id(), kind, channel, true, Duration.ZERO);
    }

    private Placement place() {
        FloorId floor = buildings.current().floors().isEmpty()
                ? buildings.addFloor("Ground floor", 0, 1200, 800, TestBuildings.blankPlan())
                : buildings.current().floors().getFirst().id();
        return new Placement(floor, new Spot(0.5, 0.5));
    }

    @Override
    public void close() {
        intake.close();
    }
}
