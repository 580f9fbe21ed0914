package org.bmac.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bmac.access.Actor;
import org.bmac.access.Rights;
import org.bmac.access.Role;
import org.bmac.access.TestRights;
import org.bmac.access.UserId;
import org.bmac.building.Dialect;
import org.bmac.building.Node;
import org.bmac.building.Point;
import org.bmac.point.Bytes;
import org.bmac.point.Kind;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.transaction.support.TransactionTemplate;

class ConfiguringTests {
    private static final Actor ENGINEER = new Actor.Person(new UserId(1), "anna", Role.ENGINEER);
    private static final Actor VIEWER = new Actor.Person(new UserId(2), "otto", Role.VIEWER);
    private static final String ORIGIN = "test";

    private final Setup setup = new Setup();
    private final Rights rights = TestRights.ofRoles(setup.buildings);
    private final Tending tending = new Tending(rights, setup.buildings, setup.events::add);
    private final Echo echo = new Echo(setup.broker, setup.post);
    private final Memory memory = new Memory(
            new ToldRows(JdbcClient.create(setup.database)),
            new TransactionTemplate(new JdbcTransactionManager(setup.database)),
            setup.buildings,
            setup.lastSeen,
            setup.addresses);
    private final Configuring configuring =
            new Configuring(tending, setup.configuration, setup.buildings, setup.addresses, memory, echo);
    private final Headcount headcount =
            new Headcount(tending, setup.buildings, setup.broker, setup.post, setup.gate, setup.clock);
    private final List<String> answers = new ArrayList<>();
    private final Node node = setup.placed(Setup.UID, "lab-1", Module.THP);

    @AfterEach
    void close() {
        setup.close();
    }

    @Test
    void pinsThatTwoModulesNeedAreExplained() {
        assertThat(objections("lab-1", Set.of(Module.CO2, Module.JURA)))
                .containsExactly("CO₂ and Coffee counters both need GPIO 1 and 3. A node can run only one of them.");
        assertThat(objections("lab-1", Set.of(Module.THP, Module.IO))).isEmpty();
        assertThat(objections("lab-1", Set.of(Module.SWITCH, Module.PWM), new Pin(Kind.FAN, 12, "left")))
                .containsExactly("left is on GPIO 12, which Heating/cooling switch needs. Give it another one.");
        assertThat(objections("lab-1", Set.of(Module.PWM), new Pin(Kind.FAN, 8, "")))
                .containsExactly("Fan is on GPIO 8, where the node has its memory.");
        assertThat(objections("lab-1", Set.of(), new Pin(Kind.VALVE, 1, "valve of FCU 1")))
                .containsExactly("valve of FCU 1 on IO pin 1 needs the module Relays and valves (IO).");
        assertThat(objections("lab-1", Set.of(Module.IO), new Pin(Kind.VALVE, 1, "a"), new Pin(Kind.RELAY, 1, "b")))
                .containsExactly("IO pin 1 is given to a and to b. One pin drives one output.");
    }

    @Test
    void aLocationHasToFitIntoTopicsAndToBeTheOnlyOne() {
        setup.buildings.addNode("a020a6000002", "lab-2", Dialect.FIRMWARE, 0);
        for (String bad : List.of("a;b", "a/b", "a+b", "a#b", "a b", "a\tb")) {
            assertThat(objections(bad, Set.of())).singleElement().asString().contains("none of ; / + #");
        }
        assertThat(objections(" ", Set.of())).containsExactly("Give it a location.");
        assertThat(objections("ü".repeat(128), Set.of()))
                .containsExactly("A location has at most 255 bytes; this one has 256.");
        assertThat(objections("ü".repeat(127), Set.of())).isEmpty();
        assertThat(objections("lab-2", Set.of())).containsExactly("Another node is called 'lab-2' already.");
    }

    @Test
    void savingKeepsItAndTellsTheNodeNothing() {
        int before = setup.broker.published().size();
        save("lab-9", Set.of(Module.THP, Module.IO, Module.PWM), new Pin(Kind.FAN, 12, "fan of FCU 1"));

        Node now = setup.building().node(node.id()).orElseThrow();
        assertThat(now.location()).isEqualTo("lab-9");
        assertThat(now.modules()).isEqualTo(0x61);
        assertThat(now.placement()).isEqualTo(node.placement());
        assertThat(setup.point("lab-9", Kind.FAN, 12).name()).isEqualTo("fan of FCU 1");
        assertThat(setup.broker.published()).hasSize(before);
        assertThat(tended())
                .containsExactly("Configured as lab-9, before lab-1; modules Temperature, humidity, pressure; "
                        + "Fans (PWM); Relays and valves (IO); GPIO 12 is fan of FCU 1.");
    }

    /** It goes on calling itself as before until it is told, and its modules listen so until it restarts. */
    @Test
    void whatItSaysUnderItsFormerLocationStaysItsOwn() {
        save("lab-9", Set.of(Module.THP));
        int readings = setup.readings.size();

        setup.hears("nsa/temperature", "lab-1;21.00");

        assertThat(setup.readings).hasSize(readings + 1);
        assertThat(setup.building().nodes()).hasSize(1);
        assertThat(setup.addresses.of(setup.building().node(node.id()).orElseThrow()))
                .isEqualTo("lab-1");
    }

    @Test
    void whereItHangsStaysAlsoOnAFloorThatIsPutAway() {
        var place = java.util.Objects.requireNonNull(node.placement());
        setup.buildings.archive(place.floor());

        save("lab-9", Set.of(Module.THP));
        setup.buildings.bringBack(place.floor());

        Node now = setup.building().node(node.id()).orElseThrow();
        assertThat(now.placement()).isEqualTo(place);
        assertThat(now.location()).isEqualTo("lab-9");
    }

    @Test
    void sendingSaysWhatTheNodeMadeOfIt() {
        save("lab-1", Set.of(Module.MOTION));
        send();
        assertThat(setup.sent("cc/" + Setup.UID))
                .endsWith(
                        Bytes.of("loc;lab-1").toHex(),
                        "6d6f643b10000000",
                        Bytes.of("mod_active;").toHex());
        hear(new Answered.Modules(Setup.UID, 0x10));
        send();
        hear(new Answered.Modules(Setup.UID, 0x01));
        send();
        hear(new NodeMessage.Distress(Setup.UID, "module config fail."));

        assertThat(answers)
                .containsExactly(
                        "Confirmed: it runs Motion.",
                        "Not confirmed: it runs Temperature, humidity, pressure, not Motion.",
                        "Not confirmed: it could not start its modules (module config fail.)."
                                + " What it had started before that, runs.");
        assertThat(tendedBytes()).contains("cc/" + Setup.UID + " 6d6f643b10000000");
    }

    @Test
    void silenceAndALostBrokerAreNoConfirmation() {
        assertThat(new Sent.Silent(Duration.ofSeconds(5)).words(1, Map.of()))
                .isEqualTo("Not confirmed: no answer after 5 s. It is told again when it connects.");
        setup.broker.goDown("gone");
        send();
        assertThat(answers).containsExactly("Not sent: gone.");
    }

    @Test
    void aNodeThatStillListensOnItsUidIsSaidToNeedARestart() {
        setup.addresses.answered(node.id(), Setup.UID);
        send();
        hear(new Answered.Modules(Setup.UID, 0x01));

        assertThat(answers)
                .containsExactly("Confirmed: it runs Temperature, humidity, pressure. Its modules go on listening on "
                        + Setup.UID + " until it restarts.");
    }

    @Test
    void aBmac5NodeIsGivenNamesAndPeriods() {
        Node five = setup.buildings.addNode("7c9ebd500001", "attic", Dialect.BMAC5, 0);
        Point point = setup.buildings.ensurePoint(five.id(), Kind.TEMPERATURE, 3, false, Duration.ofSeconds(10));
        NodeSetup wanted = new NodeSetup(
                "attic",
                Set.of(),
                List.of(),
                Map.of(point.id(), "under the roof"),
                Map.of(point.id(), Duration.ofSeconds(60)));
        configuring.save(ENGINEER, ORIGIN, five.id(), wanted);
        configuring.send(ENGINEER, ORIGIN, five.id(), answers::add);

        assertThat(setup.sent("bmac5/7c9ebd500001/cfg")).containsExactly("033c00");
        assertThat(setup.building().point(point.id()).orElseThrow().name()).isEqualTo("under the roof");
        Channel channel = new Channel(3, Kind.TEMPERATURE, false, true, Duration.ofSeconds(10));
        echo.on(new NodeMessage.Described("7c9ebd500001", 1, 0, List.of(channel)), five, setup.clock.instant());
        assertThat(answers).containsExactly("Not confirmed: channel 3 reports every 10 s, not every 60 s.");
    }

    @Test
    void whoMayNotConfigureMayNothingOfIt() {
        assertThatThrownBy(() -> configuring.send(VIEWER, ORIGIN, node.id(), answers::add))
                .isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> headcount.start(VIEWER, ORIGIN)).isInstanceOf(AccessDeniedException.class);
        assertThat(setup.sent("presence/ping")).isEmpty();
    }

    @Test
    void aRollCallOfTwoThousandCountsEachThatAnswers() {
        setup.buildings.changeTogether(() -> {
            for (int i = 0; i < 1_999; i++) {
                setup.buildings.addNode("a020a7%06x".formatted(i), "n-" + i, Dialect.FIRMWARE, 0);
            }
        });
        headcount.start(ENGINEER, ORIGIN);
        setup.clock.move(Duration.ofMillis(40));
        setup.building().nodes().stream()
                .filter(one -> !one.location().equals("n-7"))
                .forEach(one -> headcount.on(
                        new NodeMessage.Presence(String.valueOf(one.uid()), Sign.PONG), one, setup.clock.instant()));

        Headcount.Result open = headcount.last().orElseThrow();
        assertThat(open.asked()).hasSize(2_000);
        assertThat(open.answered()).hasSize(1_999).containsEntry(node.id(), Duration.ofMillis(40));
        assertThat(open.over()).isFalse();
        setup.clock.move(Duration.ofSeconds(10));
        Headcount.Result over = headcount.last().orElseThrow();
        assertThat(over.over()).isTrue();
        assertThat(over.missing()).singleElement().satisfies(missing -> assertThat(
                        setup.building().node(missing).orElseThrow().location())
                .isEqualTo("n-7"));
        assertThat(setup.sent("presence/ping")).hasSize(1);
    }

    private List<String> objections(String location, Set<Module> modules, Pin... pins) {
        return configuring.objections(node.id(), new NodeSetup(location, modules, List.of(pins), Map.of(), Map.of()));
    }

    private void save(String location, Set<Module> modules, Pin... pins) {
        configuring.save(
                ENGINEER, ORIGIN, node.id(), new NodeSetup(location, modules, List.of(pins), Map.of(), Map.of()));
    }

    private void send() {
        configuring.send(ENGINEER, ORIGIN, node.id(), answers::add);
    }

    private void hear(NodeMessage said) {
        echo.on(said, node, setup.clock.instant());
    }

    private List<String> tended() {
        return setup.events.stream()
                .filter(NodeTended.class::isInstance)
                .map(event -> ((NodeTended) event).words())
                .toList();
    }

    private String tendedBytes() {
        return setup.events.stream()
                .filter(NodeTended.class::isInstance)
                .map(event -> ((NodeTended) event).sent())
                .reduce("", String::concat);
    }
}
