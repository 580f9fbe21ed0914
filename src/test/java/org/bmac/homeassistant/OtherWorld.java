package org.bmac.homeassistant;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.sql.DataSource;
import org.bmac.MovableClock;
import org.bmac.access.TestRights;
import org.bmac.broker.InMemoryBroker;
import org.bmac.broker.Outgoing;
import org.bmac.broker.Properties5;
import org.bmac.building.Building;
import org.bmac.building.Buildings;
import org.bmac.building.Node;
import org.bmac.building.Point;
import org.bmac.building.TestBuildings;
import org.bmac.node.NodeRoom;
import org.bmac.point.Bytes;
import org.bmac.point.Kind;
import org.bmac.point.PointId;
import org.bmac.point.Reading;
import org.bmac.point.ReadingListener;
import org.bmac.point.Value;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Devices of another world beside the real rooms, over a broker in memory. */
final class OtherWorld implements AutoCloseable {
    final MovableClock clock = new MovableClock();
    final List<Object> events = new CopyOnWriteArrayList<>();
    final List<Reading> readings = new CopyOnWriteArrayList<>();
    final InMemoryBroker broker = new InMemoryBroker(clock);
    final DataSource database;
    final Buildings buildings;
    final NodeRoom room;
    final Discovered discovered;

    OtherWorld() {
        this(TestBuildings.database());
    }

    /** @param database in which an earlier one may have kept something */
    OtherWorld(DataSource database) {
        this.database = database;
        buildings = TestBuildings.over(database, events::add);
        Announced announced = new Announced();
        ReadingListener listener = readings::add;
        room = new NodeRoom(broker, buildings, clock, events::add, List.of(listener), List.of(announced));
        HomeAssistantSettings settings = new HomeAssistantSettings(
                true, "homeassistant", List.of("zigbee2mqtt", "tele", "stat", "cmnd"), false, "");
        Devices devices = new Devices(buildings, new AnnouncedRows(JdbcClient.create(database)));
        discovered = new Discovered(
                settings,
                broker,
                buildings,
                TestRights.ofRoles(buildings),
                devices,
                announced,
                new Translator(announced, room.intake()),
                room.intake(),
                events::add,
                clock);
        discovered.open();
    }

    /** It is announced, and taken in by the time that this returns. */
    void announces(String topic, String json) {
        List<DiscoveredDevice> before = discovered.devices();
        broker.arrive(new Outgoing("homeassistant/" + topic + "/config", Bytes.of(json), 1, true, Properties5.NONE));
        await().until(() -> !discovered.devices().equals(before));
    }

    void says(String topic, String payload) {
        broker.arrive(topic, Bytes.of(payload));
    }

    void keeps(String topic, String payload) {
        broker.arrive(new Outgoing(topic, Bytes.of(payload), 1, true, Properties5.NONE));
    }

    Building building() {
        return buildings.current();
    }

    Node only() {
        List<Node> nodes = building().nodes();
        if (nodes.size() != 1) {
            throw new AssertionError(nodes.toString());
        }
        return nodes.getFirst();
    }

    Point point(Node node, Kind kind, int channel) {
        return Objects.requireNonNull(building().pointOf(node.id(), kind, channel));
    }

    List<Value> valuesOf(PointId point) {
        return readings.stream()
                .filter(reading -> reading.point().equals(point))
                .map(Reading::value)
                .toList();
    }

    /** What was sent to a topic, in order. */
    List<String> sentTo(String topic) {
        List<String> all = new ArrayList<>();
        broker.published().stream()
                .filter(message -> message.topic().equals(topic))
                .forEach(message -> all.add(message.payload().text()));
        return all;
    }

    void passes(Duration time) {
        clock.move(time);
        room.step();
    }

    @Override
    public void close() {
        discovered.close();
        room.close();
    }
}
