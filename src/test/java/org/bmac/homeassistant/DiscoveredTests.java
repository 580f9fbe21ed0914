package org.bmac.homeassistant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import org.bmac.building.Dialect;
import org.bmac.building.Node;
import org.bmac.building.Point;
import org.bmac.node.Delivered;
import org.bmac.node.Delivery;
import org.bmac.node.Verdict;
import org.bmac.point.Kind;
import org.bmac.point.PointsFound;
import org.bmac.point.PointsLost;
import org.bmac.point.Quality;
import org.bmac.point.Reading;
import org.bmac.point.Unit;
import org.bmac.point.Value;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Devices of other worlds are nodes and points, can be commanded, and do no harm. */
class DiscoveredTests {
    private static final String CLIMATE = """
            {"device":{"identifiers":["zigbee2mqtt_0x1"],"name":"Meeting room","manufacturer":"Aqara","model":"WSDCGQ11LM"},
             "device_class":"%s","state_topic":"zigbee2mqtt/meeting","unique_id":"0x1_%s","unit_of_measurement":"%s",
             "availability":[{"topic":"zigbee2mqtt/bridge/state"},{"topic":"zigbee2mqtt/meeting/availability"}],
             "availability_mode":"all","value_template":"{{ value_json.%s }}"}""";
    private static final String PLUG = """
            {"name":"Plug","uniq_id":"plug","stat_t":"stat/plug/POWER","cmd_t":"cmnd/plug/POWER","dev":{"ids":["p1"],"name":"Plug"}}""";
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private static void climate(OtherWorld world) {
        world.announces("sensor/0x1/t", CLIMATE.formatted("temperature", "t", "°C", "temperature"));
        world.announces("sensor/0x1/h", CLIMATE.formatted("humidity", "h", "%", "humidity"));
    }

    @Test
    void oneDeviceIsOneNodeWithItsPoints() {
        try (OtherWorld world = new OtherWorld()) {
            climate(world);

            Node node = world.only();
            assertThat(node.dialect()).isEqualTo(Dialect.DISCOVERED);
            assertThat(node.location()).isEqualTo("Meeting room");
            assertThat(node.placed()).isFalse();
            assertThat(world.building().pointsOf(node.id()))
                    .extracting(Point::kind)
                    .containsExactly(Kind.TEMPERATURE, Kind.HUMIDITY);
            assertThat(world.discovered.devices())
                    .containsExactly(new DiscoveredDevice(
                            "Meeting room",
                            "Aqara WSDCGQ11LM",
                            new DiscoveredDevice.Home(node.id(), String.valueOf(node.uid()), "Meeting room", false),
                            2,
                            List.of()));
        }
    }

    @Test
    void oneMessageCanBeSeveralReadings() {
        try (OtherWorld world = new OtherWorld()) {
            climate(world);

            world.says("zigbee2mqtt/meeting", "{\"temperature\":21.5,\"humidity\":40,\"battery\":90}");

            assertThat(world.readings)
                    .extracting(reading -> reading.value())
                    .containsExactlyInAnyOrder(
                            new Value.Quantity(21.5, Unit.CELSIUS), new Value.Quantity(40, Unit.RELATIVE_HUMIDITY));
        }
    }

    @Test
    void nonsenseMakesThePointUnreadableAndHarmsNobody() {
        try (OtherWorld world = new OtherWorld()) {
            climate(world);

            world.says("zigbee2mqtt/meeting", "{\"temperature\":\"hot\",\"humidity\":41}");
            world.says("zigbee2mqtt/meeting", "\u0000{[");

            Node node = world.only();
            assertThat(world.readings).hasSize(2);
            assertThat(world.readings)
                    .filteredOn(reading -> reading.quality() == Quality.BAD)
                    .extracting(Reading::point)
                    .containsExactly(world.point(node, Kind.TEMPERATURE, 0).id());
            assertThat(world.valuesOf(world.point(node, Kind.HUMIDITY, 0).id()))
                    .containsExactly(new Value.Quantity(41, Unit.RELATIVE_HUMIDITY));
        }
    }

    @Test
    void aPointStaysTheSameOverRestartsWhateverComesFirst() {
        OtherWorld before = new OtherWorld();
        String indoors = PLUG.replace("\"plug\"", "\"in\"").replace("\"Plug\",\"uniq", "\"In\",\"uniq");
        String outdoors = PLUG.replace("\"plug\"", "\"out\"").replace("stat/plug", "stat/out");
        before.announces("switch/in", indoors);
        before.announces("switch/out", outdoors);
        Point second = before.point(before.only(), Kind.RELAY, 1);
        before.close();

        try (OtherWorld after = new OtherWorld(before.database)) {
            after.announces("switch/out", outdoors);
            after.announces("switch/in", indoors);
            after.says("stat/out/POWER", "ON");

            assertThat(after.building().pointsOf(after.only().id())).hasSize(2);
            assertThat(after.valuesOf(second.id())).containsExactly(new Value.Switched(true));
        }
    }

    @Test
    void whatTheBrokerHadKeptIsUncertain() {
        try (OtherWorld world = new OtherWorld()) {
            world.keeps("stat/plug/POWER", "ON");
            world.announces("switch/plug", PLUG);

            assertThat(world.readings).singleElement().satisfies(reading -> {
                assertThat(reading.value()).isEqualTo(new Value.Switched(true));
                assertThat(reading.quality()).isEqualTo(Quality.UNCERTAIN);
            });
        }
    }

    @Test
    void aDeviceIsGoneWhenEverythingOfItSaysSoAndComesBack() {
        try (OtherWorld world = new OtherWorld()) {
            climate(world);
            world.says("zigbee2mqtt/bridge/state", "online");
            world.says("zigbee2mqtt/meeting/availability", "offline");

            assertThat(world.events).filteredOn(PointsLost.class::isInstance).hasSize(1);

            world.says("zigbee2mqtt/meeting/availability", "online");
            assertThat(world.events).filteredOn(PointsFound.class::isInstance).hasSize(1);

            world.says("zigbee2mqtt/bridge/state", "offline");
            assertThat(world.events).filteredOn(PointsLost.class::isInstance).hasSize(2);
        }
    }

    @Test
    void anAnnouncementThatIsWithdrawnLeavesTheNodeAndItsPointsOffline() {
        try (OtherWorld world = new OtherWorld()) {
            world.announces("switch/plug", PLUG);
            world.announces("switch/plug", "");

            assertThat(world.discovered.devices()).isEmpty();
            assertThat(world.only().location()).isEqualTo("Plug");
            assertThat(world.events).filteredOn(PointsLost.class::isInstance).isNotEmpty();
            Point relay = world.point(world.only(), Kind.RELAY, 0);
            assertThat(world.room.deliveries().obstacle(relay))
                    .contains("The device has not announced since the start how Plug is commanded.");
        }
    }

    @Test
    void aCommandIsConfirmedByTheReportedState() {
        try (OtherWorld world = new OtherWorld()) {
            world.announces("switch/plug", PLUG);
            Point relay = world.point(world.only(), Kind.RELAY, 0);

            Delivery delivery = world.room.deliveries().deliver(relay, new Value.Switched(true), PATIENCE, () -> {});
            assertThat(world.sentTo("cmnd/plug/POWER")).containsExactly("ON");
            assertThat(delivery.done()).isNotDone();
            world.says("stat/plug/POWER", "ON");

            Delivered done = delivery.done().join();
            assertThat(done.verdict()).isEqualTo(new Verdict.Confirmed(new Value.Switched(true)));
            assertThat(done.transcript().sent())
                    .extracting(bytes -> bytes.text())
                    .containsExactly("ON");
            assertThat(done.transcript().received())
                    .extracting(bytes -> bytes.text())
                    .containsExactly("ON");
        }
    }

    @Test
    void aCommandIsSentForgetfully() {
        try (OtherWorld world = new OtherWorld()) {
            world.announces("switch/plug", PLUG);
            world.room
                    .deliveries()
                    .deliver(world.point(world.only(), Kind.RELAY, 0), new Value.Switched(true), PATIENCE, () -> {});

            assertThat(world.broker.published()).last().satisfies(message -> {
                assertThat(message.retain()).isFalse();
                assertThat(message.qos()).isEqualTo(1);
                assertThat(message.properties().expiry()).isEqualTo(PATIENCE);
            });
        }
    }

    @Test
    void whatReportsAnotherStateIsMismatchedAndWhatReportsNothingUnanswered() {
        try (OtherWorld world = new OtherWorld()) {
            world.announces("switch/plug", PLUG);
            Point relay = world.point(world.only(), Kind.RELAY, 0);
            Delivery silent = world.room.deliveries().deliver(relay, new Value.Switched(true), PATIENCE, () -> {});
            world.passes(Duration.ofSeconds(1));
            world.passes(Duration.ofSeconds(4));
            assertThat(silent.done().join().verdict()).isInstanceOf(Verdict.Unanswered.class);

            Delivery stubborn = world.room.deliveries().deliver(relay, new Value.Switched(true), PATIENCE, () -> {});
            world.says("stat/plug/POWER", "OFF");
            world.passes(Duration.ofSeconds(1));
            assertThat(stubborn.done()).isNotDone();
            world.passes(Duration.ofMillis(3_900));
            assertThat(stubborn.done().join().verdict()).isEqualTo(new Verdict.Mismatched(new Value.Switched(false)));
        }
    }

    @Test
    void aDeviceThatReportsOnlyChangesIsBelievedWhatItSaidBefore() {
        try (OtherWorld world = new OtherWorld()) {
            world.announces("switch/plug", PLUG);
            world.says("stat/plug/POWER", "ON");

            Delivery delivery = world.room
                    .deliveries()
                    .deliver(world.point(world.only(), Kind.RELAY, 0), new Value.Switched(true), PATIENCE, () -> {});
            world.passes(Duration.ofSeconds(1));

            assertThat(delivery.done().join().verdict()).isEqualTo(new Verdict.Confirmed(new Value.Switched(true)));
        }
    }

    @Test
    void aFanThatIsOffStandsStillWhateverItsSpeed() {
        try (OtherWorld world = new OtherWorld()) {
            world.announces("fan/f", """
                    {"stat_t":"stat/f","cmd_t":"cmnd/f","pct_stat_t":"stat/p","pct_cmd_t":"cmnd/p","uniq_id":"f",
                     "dev":{"ids":"f","name":"Fan"}}""");
            world.says("stat/p", "60");
            world.says("stat/f", "OFF");
            world.says("stat/p", "70");
            world.says("stat/f", "ON");

            assertThat(world.valuesOf(world.point(world.only(), Kind.FAN, 0).id()))
                    .containsExactly(new Value.Duty(60), new Value.Duty(0), new Value.Duty(0), new Value.Duty(70));
        }
    }

    @Test
    void whatIsNotTrustedIsNamedAndNeitherHeardNorSent() {
        try (OtherWorld world = new OtherWorld()) {
            world.announces("switch/evil", PLUG.replace("cmnd/plug/POWER", "io/all"));
            world.announces("sensor/evil", """
                    {"dev_cla":"humidity","stat_t":"nsa/humidity","dev":{"ids":"e","name":"Evil"}}""");

            assertThat(world.building().nodes()).extracting(Node::location).containsExactly("Plug");
            Point relay = world.point(world.only(), Kind.RELAY, 0);
            assertThat(relay.commandable()).isFalse();
            assertThat(world.discovered.devices())
                    .flatExtracting(DiscoveredDevice::refused)
                    .containsExactly(
                            new DiscoveredDevice.Refused("sensor/evil", "The topic 'nsa/humidity' is not trusted."),
                            new DiscoveredDevice.Refused("Plug", "The topic 'io/all' is not trusted."));
            assertThatThrownBy(
                            () -> world.room.deliveries().deliver(relay, new Value.Switched(true), PATIENCE, () -> {}))
                    .hasMessageContaining("cannot be commanded");
        }
    }

    @Test
    void whatABlockedDeviceSaysDoesNotCountAndSilencesNobodyElse() {
        try (OtherWorld world = new OtherWorld()) {
            world.announces("switch/a", PLUG);
            world.announces("switch/b", PLUG.replace("p1", "p2"));
            Node first = world.building().nodes().getFirst();
            Node second = world.building().nodes().getLast();
            world.room.block(first.id());

            world.says("stat/plug/POWER", "ON");

            assertThat(world.readings)
                    .extracting(Reading::point)
                    .containsExactly(world.point(second, Kind.RELAY, 0).id());
        }
    }

    /** One that calls itself as our nodes do does not get what they say. */
    @Test
    void aFirmwareNodesReadingNeverLandsOnADeviceOfItsName() {
        try (OtherWorld world = new OtherWorld()) {
            world.announces("switch/plug", PLUG.replace("\"name\":\"Plug\"}", "\"name\":\"lab-1\"}"));
            Node device = world.only();
            assertThat(device.location()).isEqualTo("lab-1");

            world.says("nsa/temperature", "lab-1;21.50");
            world.says("stat/plug/POWER", "ON");

            await().until(() -> !world.readings.isEmpty());
            assertThat(world.building().pointsOf(device.id()))
                    .extracting(Point::kind)
                    .containsExactly(Kind.RELAY);
            assertThat(world.readings).extracting(Reading::value).containsExactly(new Value.Switched(true));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"caf\\u0085e", "a020a6000001", "a/b;c#d", "\\ud800", "\\uffff", ""})
    void aNameThatWeCannotUseStopsNobody(String name) {
        try (OtherWorld world = new OtherWorld()) {
            world.announces("switch/odd", PLUG.replace("\"name\":\"Plug\"}", "\"name\":\"" + name + "\"}"));
            world.announces("switch/plug", PLUG.replace("p1", "p2"));

            assertThat(world.building().nodes()).hasSize(2).allSatisfy(node -> assertThat(node.location())
                    .isNotBlank());
        }
    }

    @Test
    void aDeviceHasSoManyPointsAndNoMore() {
        try (OtherWorld world = new OtherWorld()) {
            StringBuilder components = new StringBuilder();
            for (int i = 0; i < 100; i++) {
                components
                        .append(i == 0 ? "\"c" : ",\"c")
                        .append(i)
                        .append("\":{\"p\":\"sensor\",\"dev_cla\":\"humidity\",\"stat_t\":\"tele/x\"}");
            }
            world.announces("device/x", "{\"dev\":{\"ids\":\"x\",\"name\":\"X\"},\"cmps\":{" + components + "}}");

            assertThat(world.building().pointsOf(world.only().id())).hasSize(64);
            assertThat(world.discovered.devices().getFirst().refused())
                    .contains(new DiscoveredDevice.Refused(
                            "X", "It has more than is taken in: 64 quantities of a device."));
        }
    }

    @Test
    void aDeviceThatComesBackIsThereAgain() {
        try (OtherWorld world = new OtherWorld()) {
            world.announces("switch/plug", PLUG);
            Point relay = world.point(world.only(), Kind.RELAY, 0);
            world.announces("switch/plug", "");
            world.announces("switch/plug", PLUG);

            assertThat(world.room.deliveries().obstacle(relay)).isEmpty();
            assertThat(world.events).filteredOn(PointsFound.class::isInstance).isNotEmpty();
        }
    }

    @Test
    void whatTheBrokerHadKeptConfirmsNothing() {
        try (OtherWorld world = new OtherWorld()) {
            world.keeps("stat/plug/POWER", "ON");
            world.announces("switch/plug", PLUG);

            Delivery delivery = world.room
                    .deliveries()
                    .deliver(world.point(world.only(), Kind.RELAY, 0), new Value.Switched(true), PATIENCE, () -> {});
            world.passes(Duration.ofSeconds(1));
            world.passes(Duration.ofSeconds(4));

            assertThat(delivery.done().join().verdict()).isInstanceOf(Verdict.Unanswered.class);
        }
    }

    @Test
    void twoDevicesOfOneNameAreTwoNodes() {
        try (OtherWorld world = new OtherWorld()) {
            world.announces("switch/a", PLUG);
            world.announces("switch/b", PLUG.replace("p1", "p2").replace("\"plug\"", "\"other\""));

            assertThat(world.building().nodes()).extracting(Node::location).containsExactly("Plug", "Plug 2");
        }
    }

    @Test
    void ourOwnAnnouncementsAreNotRead() {
        try (OtherWorld world = new OtherWorld()) {
            world.keeps("homeassistant/device/bmac_1/config", PLUG);
            world.announces("switch/plug", PLUG.replace("p1", "p2"));

            assertThat(world.building().nodes()).hasSize(1);
        }
    }

    @Test
    void topicsOfOurNodesAreNeverTrusted() {
        assertThatThrownBy(() -> new HomeAssistantSettings(true, "homeassistant", List.of("tele", "pwm/x"), false, ""))
                .hasMessageStartingWith("bmac.homeassistant.trusted is 'pwm/x'; allowed are topics");
        assertThatThrownBy(() -> new HomeAssistantSettings(true, "a/+", List.of(), false, ""))
                .hasMessageStartingWith("bmac.homeassistant.prefix is 'a/+'");
    }
}
