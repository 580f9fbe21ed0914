package org.bmac.node;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.sql.DataSource;
import org.bmac.MovableClock;
import org.bmac.broker.InMemoryBroker;
import org.bmac.broker.LinkChanged;
import org.bmac.broker.Outgoing;
import org.bmac.building.Building;
import org.bmac.building.Buildings;
import org.bmac.building.FloorId;
import org.bmac.building.Node;
import org.bmac.building.Placement;
import org.bmac.building.Point;
import org.bmac.building.Spot;
import org.bmac.building.TestBuildings;
import org.bmac.point.Bytes;
import org.bmac.point.Kind;
import org.bmac.point.Reading;
import org.bmac.point.ReadingListener;

/** The room as it runs, over a database and a broker in memory and a clock that stands still. */
final class Setup implements AutoCloseable {
    static final String UID = "a020a6000001";
    static final int MOST_UNPLACED = 3;

    final MovableClock clock = new MovableClock();
    final List<Object> events = new CopyOnWriteArrayList<>();
    final List<Reading> readings = new CopyOnWriteArrayList<>();
    final List<NodeMessage> said = new CopyOnWriteArrayList<>();
    final DataSource database = TestBuildings.database();
    final Buildings buildings = TestBuildings.over(database, events::add);
    final InMemoryBroker broker = new InMemoryBroker(clock);
    final Post post = new Post(broker, Runnable::run);
    final LastSeen lastSeen = new LastSeen(buildings);
    final Addresses addresses = new Addresses();
    final Gate gate = new Gate();
    final Presences presences = new Presences(buildings, events::add);
    final RollCall rollCall = new RollCall(broker, post, buildings, lastSeen, presences, gate, clock);
    final Lanes lanes = new Lanes(post, buildings, addresses, clock);
    final Questions questions = new Questions(broker, post, buildings, lanes, gate, clock);
    final Deliveries deliveries = new Deliveries(broker, buildings, lanes, presences, lastSeen, List.of(), clock);
    final Configuration configuration = new Configuration(post, buildings, addresses);
    final Intake intake;

    Setup(ReadingListener... others) {
        List<ReadingListener> readingListeners = new ArrayList<>(List.of(others));
        readingListeners.add(readings::add);
        readingListeners.add(lanes);
        intake = new Intake(
                broker,
                buildings,
                readingListeners,
                List.of(
                        configuration,
                        presences,
                        rollCall,
                        questions,
                        lanes,
                        new Introductions(post, buildings),
                        (message, _, _) -> said.add(message)),
                lastSeen,
                addresses,
                gate,
                MOST_UNPLACED);
        intake.open();
    }

    Building building() {
        return buildings.current();
    }

    void hears(String topic, String text) {
        broker.arrive(topic, Bytes.of(text));
    }

    void hearsHex(String topic, String hex) {
        broker.arrive(topic, Bytes.hex(hex));
    }

    void hears(Outgoing message) {
        broker.arrive(message);
    }

    /** A firmware node on a floor, with the points of its modules. */
    Node placed(String uid, String location, Module... modules) {
        Node node = buildings.addNode(uid, location, org.bmac.building.Dialect.FIRMWARE, 0);
        return configuration.assign(node.id(), location, java.util.Set.of(modules), place());
    }

    Placement place() {
        FloorId floor = building().floors().isEmpty()
                ? buildings.addFloor("Ground floor", 0, 1200, 800, TestBuildings.blankPlan())
                : building().floors().getFirst().id();
        return new Placement(floor, new Spot(0.5, 0.5));
    }

    Point point(String name, Kind kind, int channel) {
        Node node = building().nodeOfLocation(name);
        Point point = node == null ? null : building().pointOf(node.id(), kind, channel);
        if (point == null) {
            throw new AssertionError("no " + kind + " on " + channel + " of " + name);
        }
        return point;
    }

    void linkComesUp() {
        questions.on(new LinkChanged(broker.link()));
    }

    /** What was sent on a topic, in hex, oldest first. */
    List<String> sent(String topic) {
        return broker.published().stream()
                .filter(message -> message.topic().equals(topic))
                .map(message -> message.payload().toHex())
                .toList();
    }

    @Override
    public void close() {
        intake.close();
    }
}
