package org.bmac.cnc;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.sql.DataSource;
import org.bmac.MovableClock;
import org.bmac.access.TestAccounts;
import org.bmac.broker.InMemoryBroker;
import org.bmac.broker.Outgoing;
import org.bmac.building.Buildings;
import org.bmac.building.FloorId;
import org.bmac.building.Node;
import org.bmac.building.PlanImage;
import org.bmac.building.TestBuildings;
import org.bmac.firmware.Images;
import org.bmac.firmware.TestFirmware;
import org.bmac.point.Bytes;

/** The desktop client beside a program with one floor of 1024 × 1024 pixels, over a broker in memory. */
final class Client {
    static final String FIRST = "a020a6000001";
    static final String SECOND = "a020a6000002";

    final List<Object> events = new CopyOnWriteArrayList<>();
    final DataSource database = TestBuildings.database();
    final Buildings buildings = TestBuildings.over(database, events::add);
    final TestAccounts accounts = new TestAccounts(database, buildings);
    final InMemoryBroker broker = new InMemoryBroker(new MovableClock());
    final FloorId floor;
    final Images images;
    final CncServer server;
    java.util.concurrent.Executor worker = Runnable::run;
    boolean unheard;
    private int heard;

    Client() {
        this("");
    }

    /** @param user in whose name it changes anything */
    Client(String user) {
        floor = buildings.addFloor("Ground floor", 0, 1024, 1024, TestBuildings.blankPlan());
        CncSettings settings = new CncSettings(true, "", user, "");
        Account account = new Account(settings, accounts.users(), accounts.rights());
        images = TestFirmware.images(database, buildings, accounts.rights(), events::add);
        server = new CncServer(
                settings,
                broker,
                new CncFloor(settings, buildings, account, this::tell),
                new CncFirmware(images, buildings, account),
                task -> worker.execute(task));
        server.open();
    }

    private void tell(Object event) {
        if (unheard) {
            throw new IllegalStateException("nobody writes it down");
        }
        events.add(event);
    }

    void says(String topic, Bytes payload) {
        broker.arrive(topic, payload);
    }

    void asks(String question) {
        says("cc/ui/config", Bytes.of(question));
    }

    void adds(NodeRecord node) {
        says("cc/nodes/new", node.bytes());
    }

    void updates(NodeRecord node) {
        says("cc/nodes/update", node.bytes());
    }

    void deletes(String uid) {
        says("cc/nodes/delete", Bytes.of(uid));
    }

    static NodeRecord record(String uid, String location) {
        return new NodeRecord(uid, location, 120.5f, 64.25f, 1);
    }

    /** What has come since it was asked last, as "topic payload". */
    List<String> hears() {
        List<Outgoing> all = broker.published();
        List<String> news = new ArrayList<>();
        for (Outgoing message : all.subList(heard, all.size())) {
            news.add(message.topic() + " q" + message.qos() + " r" + (message.retain() ? 1 : 0) + " "
                    + message.payload().toHex());
        }
        heard = all.size();
        return news;
    }

    Node node(String uid) {
        Node node = buildings.current().nodeOfUid(uid);
        if (node == null) {
            throw new AssertionError("there is no " + uid);
        }
        return node;
    }

    FloorId another(String name, int ordinal, PlanImage plan) {
        return buildings.addFloor(name, ordinal, 800, 600, plan);
    }

    String counted() {
        return server.counters().orElseThrow().words();
    }

    /** What was told for the audit. */
    List<CncChanged> told() {
        return events.stream()
                .filter(CncChanged.class::isInstance)
                .map(CncChanged.class::cast)
                .toList();
    }
}
