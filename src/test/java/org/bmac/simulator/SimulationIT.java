package org.bmac.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import javax.sql.DataSource;
import org.bmac.broker.BrokerAddress;
import org.bmac.broker.Message;
import org.bmac.broker.Mosquitto;
import org.bmac.broker.NodeConnection;
import org.bmac.building.Buildings;
import org.bmac.building.TestBuildings;
import org.bmac.history.Recall;
import org.bmac.history.TestPast;
import org.bmac.node.Bmac5Request;
import org.bmac.node.Channel;
import org.bmac.node.Generation;
import org.bmac.node.Maintenance;
import org.bmac.node.Module;
import org.bmac.node.PwmRequest;
import org.bmac.point.Bytes;
import org.bmac.point.Kind;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Simulated nodes on a real broker, seen by a server that is an MQTT client as any other. */
class SimulationIT {
    @RegisterExtension
    static final Mosquitto BROKER = new Mosquitto();

    private static final Clock CLOCK = Clock.systemUTC();
    private static final String UID = "a020a6000001";

    private final List<Message> heard = new CopyOnWriteArrayList<>();
    private NodeConnection server = connect();

    private NodeConnection connect() {
        return NodeConnection.open(
                new NodeConnection.Options(
                        BROKER.uri(), "server", true, true, Duration.ofSeconds(30), null, Duration.ZERO),
                heard::add,
                CLOCK);
    }

    @BeforeEach
    void listen() {
        server.subscribe("#", 1).join();
    }

    @AfterEach
    void hangUp() {
        server.close();
    }

    @Test
    void aFirmwareNodeAsksForItsConfigurationAndObeys() {
        try (SimulatedNode node = SimulatedNode.firmware(BROKER.uri(), UID, Generation.CAREFUL, CLOCK)) {
            node.feel(Kind.TEMPERATURE, 0, 21.5);
            hear("cc/config", UID);
            server.publish(new Maintenance.Location("lab-1").to(UID)).join();
            server.publish(new Maintenance.Modules(Set.of(Module.THP, Module.PWM)).to(UID))
                    .join();
            hear("nsa/temperature", "lab-1;21.50");
            server.publish(new PwmRequest.Start(List.of(14)).to("lab-1")).join();
            hear("pwm/response", "lab-1;1");
            server.publish(new PwmRequest.Set(14, 40).to("lab-1")).join();
            await().until(() -> node.output(Kind.FAN, 14) == 40);
        }
    }

    @Test
    void aFirmwareNodeThatIsCutLeavesItsWillAndComesBackWhenHealed() {
        try (SimulatedNode node = SimulatedNode.firmware(BROKER.uri(), "a020a6000007", Generation.RETAINING, CLOCK)) {
            hear("cc/config", "a020a6000007");
            node.drop();
            hear("last/will", "The connection from this device is lost:(");
            heard.clear();
            node.heal();
            hear("cc/config", "a020a6000007");
        }
    }

    @Test
    void aRestartMakesItSayHelloAgain() {
        try (SimulatedNode node = SimulatedNode.firmware(BROKER.uri(), "a020a6000008", Generation.CAREFUL, CLOCK)) {
            hear("cc/config", node.uid());
            heard.clear();
            server.publish(new org.bmac.broker.Outgoing(
                            "presence/restart", Bytes.of(node.uid()), 0, false, org.bmac.broker.Properties5.NONE))
                    .join();
            hear("cc/config", node.uid());
        }
    }

    @Test
    void aBmac5NodeIntroducesItselfAnswersAndSaysGoodbye() {
        List<Channel> channels = List.of(
                new Channel(0, Kind.TEMPERATURE, false, true, Duration.ofSeconds(1)),
                new Channel(4, Kind.FAN, true, true, Duration.ZERO));
        String topic = "bmac5/" + UID + "/";
        try (SimulatedNode node = SimulatedNode.bmac5(BROKER.uri(), UID, channels, CLOCK)) {
            node.feel(Kind.TEMPERATURE, 0, 21.5);
            await().until(() -> any(message -> message.topic().equals(topic + "hello")));
            await().until(() -> any(message ->
                    message.topic().equals(topic + "r/0") && message.payload().equals(Bytes.hex("6608"))));
            Bytes correlation = Bytes.hex("0000012c");
            server.publish(new Bmac5Request.Command(4, Bytes.of(59), correlation, Duration.ofSeconds(5)).to(UID))
                    .join();
            await().until(() -> any(message -> message.topic().equals(topic + "a/4")
                    && message.payload().equals(Bytes.hex("003b"))
                    && java.util.Objects.equals(
                            correlation, message.properties().correlation())));
            await().until(() -> any(message ->
                    message.topic().equals(topic + "r/4") && message.payload().equals(Bytes.hex("3b"))));
        }
        await().until(() -> any(message ->
                message.topic().equals(topic + "alive") && message.payload().equals(Bytes.of(0))));
        assertThat(heard).isNotEmpty();
    }

    @Test
    void aSilentNodeIsSilentAndGarbageIsNot() {
        List<Channel> channels = List.of(new Channel(0, Kind.TEMPERATURE, false, true, Duration.ofSeconds(1)));
        try (SimulatedNode node = SimulatedNode.bmac5(BROKER.uri(), "a020a600000a", channels, CLOCK)) {
            node.feel(Kind.TEMPERATURE, 0, 21.5);
            await().until(() -> any(message -> message.topic().equals("bmac5/a020a600000a/r/0")));
            node.silence();
            assertThat(node.connected()).isTrue();
            heard.clear();
            node.garbage(5);
            await().until(() -> heard.stream()
                            .filter(message -> message.topic().startsWith("bmac5/a020a600000a/r/"))
                            .count()
                    == 5);
        }
    }

    @Test
    void theWholeHouseConnectsAndTalks() {
        DataSource database = TestBuildings.database();
        Buildings buildings = TestBuildings.over(database, _ -> {});
        Recall past = TestPast.over(database, buildings, CLOCK);
        DemoSettings settings = new DemoSettings(true, new DemoSettings.Simulator(1, 1, Duration.ZERO));
        try (Simulation simulation =
                new Simulation(buildings, new BrokerAddress(BROKER.uri()), past, settings, CLOCK)) {
            simulation.start();
            await().atMost(Duration.ofSeconds(30))
                    .until(() -> simulation.nodes().size() > 50
                            && simulation.nodes().stream().allMatch(SimulatedNode::connected));
            assertThat(buildings.current().points()).hasSizeGreaterThan(140);
            assertThat(simulation.nodeAt("library").uid()).startsWith("a020a61");
            await().until(() -> heard.stream()
                            .filter(message -> message.topic().equals("cc/config"))
                            .count()
                    > 25);
            await().until(() -> heard.stream()
                            .filter(message -> message.topic().endsWith("/hello"))
                            .count()
                    > 15);
        }
    }

    private void hear(String topic, String text) {
        await().atMost(Duration.ofSeconds(20))
                .until(() -> any(message -> message.topic().equals(topic)
                        && message.payload().text().equals(text)));
    }

    private boolean any(Predicate<Message> wanted) {
        return heard.stream().anyMatch(wanted);
    }
}
