package org.bmac.cnc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.bmac.MovableClock;
import org.bmac.access.TestAccounts;
import org.bmac.broker.Message;
import org.bmac.broker.Mosquitto;
import org.bmac.broker.NodeConnection;
import org.bmac.broker.Outgoing;
import org.bmac.broker.RealBroker;
import org.bmac.building.Buildings;
import org.bmac.building.TestBuildings;
import org.bmac.firmware.TestFirmware;
import org.bmac.point.Bytes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The desktop client over a real Mosquitto, with MQTT 3.1.1 and QoS 0 as it had it. */
class CncServerIT {
    @RegisterExtension
    static final Mosquitto MOSQUITTO = new Mosquitto();

    private final MovableClock clock = new MovableClock();
    private final List<Message> heard = new CopyOnWriteArrayList<>();

    @Test
    void theClientLoadsMapAndNodesAndChangesThem() {
        var database = TestBuildings.database();
        Buildings buildings = TestBuildings.over(database, _ -> {});
        buildings.addFloor("Ground floor", 0, 1024, 1024, TestBuildings.blankPlan());
        TestAccounts accounts = new TestAccounts(database, buildings);
        CncSettings settings = new CncSettings(true, "ground floor", "", "");
        Account account = new Account(settings, accounts.users(), accounts.rights());
        NodeConnection.Options options = new NodeConnection.Options(
                MOSQUITTO.uri(), "CnC-UI", false, true, Duration.ofMinutes(1), null, Duration.ZERO);
        try (RealBroker broker = new RealBroker(MOSQUITTO.uri(), clock);
                NodeConnection client = NodeConnection.open(options, heard::add, clock)) {
            CncServer server = new CncServer(
                    settings,
                    broker.broker(),
                    new CncFloor(settings, buildings, account, _ -> {}),
                    new CncFirmware(
                            TestFirmware.images(database, buildings, accounts.rights(), _ -> {}), buildings, account));
            server.open();
            broker.start();
            await().until(client::connected);
            client.subscribe("cc/ui/config/map", 0).join();
            client.subscribe("cc/nodes/all", 0).join();

            say(client, "cc/ui/config", Bytes.of("map"));
            say(client, "cc/nodes/new", Client.record(Client.FIRST, "lab-1").bytes());
            say(client, "cc/nodes/new", Client.record(Client.FIRST, "lab-1").bytes());
            say(client, "cc/nodes/new", Bytes.of("x"));
            say(client, "cc/ui/config", Bytes.of("nodes"));

            await().untilAsserted(() -> assertThat(heard)
                    .extracting(message -> message.topic() + " " + message.payload())
                    .containsExactly(
                            "cc/ui/config/map " + TestBuildings.blankPlan().content(),
                            "cc/nodes/all " + NodeRecord.all(List.of(Client.record(Client.FIRST, "lab-1")))));
            assertThat(heard).allMatch(message -> message.qos() == 0 && !message.retained());
            server.close();
        }
    }

    private static void say(NodeConnection client, String topic, Bytes payload) {
        client.publish(Outgoing.plain(topic, payload)).join();
    }
}
