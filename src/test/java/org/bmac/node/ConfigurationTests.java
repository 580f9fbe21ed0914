package org.bmac.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Set;
import org.bmac.building.Dialect;
import org.bmac.building.Node;
import org.bmac.point.Bytes;
import org.bmac.point.Kind;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ConfigurationTests {
    private static final String TO_THE_NODE = "cc/" + Setup.UID;
    private static final String LOCATION = Bytes.of("loc;lab-1").toHex();

    private final Setup setup = new Setup();

    @AfterEach
    void close() {
        setup.close();
    }

    @Test
    void nodeThatAsksIsToldItsLocationFirstAndThenItsModules() {
        setup.placed(Setup.UID, "lab-1", Module.THP, Module.CO2);
        int before = setup.broker.published().size();
        setup.hears("cc/config", Setup.UID);
        assertThat(setup.broker.published().subList(before, before + 2)).allSatisfy(sent -> {
            assertThat(sent.topic()).isEqualTo(TO_THE_NODE);
            assertThat(sent.qos()).isZero();
            assertThat(sent.retain()).isFalse();
        });
        assertThat(setup.sent(TO_THE_NODE)).endsWith(LOCATION, "6d6f643b03000000"); // mod; 0x03
    }

    /** It lost the connection and no more: its modules run, and listen where they did when they were started. */
    @Test
    void nodeWhoseModulesRunWhenItConnectsIsAddressedAsBefore() {
        Node node = setup.placed(Setup.UID, "lab-1", Module.IO);
        setup.addresses.answered(node.id(), Setup.UID);

        setup.hears("cc/config", Setup.UID);
        assertThat(setup.sent(TO_THE_NODE))
                .endsWith(Bytes.of("mod_active;").toHex(), LOCATION, "6d6f643b40000000"); // mod; 0x40
        assertThat(setup.addresses.of(node)).isEqualTo("lab-1");
        setup.hearsHex("cc/response", Bytes.of(Setup.UID + ";").toHex() + "40000000");

        assertThat(setup.addresses.of(node)).isEqualTo(Setup.UID);
    }

    @Test
    void nodeThatHasRestartedIsAddressedByItsLocation() {
        Node node = setup.placed(Setup.UID, "lab-1", Module.IO);
        setup.addresses.answered(node.id(), Setup.UID);

        setup.hears("cc/config", Setup.UID);
        setup.hears("cc/response", Setup.UID + ";0");
        setup.hearsHex("cc/response", Bytes.of(Setup.UID + ";").toHex() + "40000000");

        assertThat(setup.addresses.of(node)).isEqualTo("lab-1");
    }

    /** What it runs by then may be what it has just been told. */
    @Test
    void anAnswerThatComesLateProvesNothing() {
        Node node = setup.placed(Setup.UID, "lab-1", Module.IO);
        setup.addresses.answered(node.id(), Setup.UID);

        setup.hears("cc/config", Setup.UID);
        setup.clock.move(Duration.ofSeconds(2));
        setup.hearsHex("cc/response", Bytes.of(Setup.UID + ";").toHex() + "40000000");

        assertThat(setup.addresses.of(node)).isEqualTo("lab-1");
    }

    @Test
    void nodeThatNobodyHasGivenAnythingIsLeftAsItIs() {
        setup.hears("cc/config", Setup.UID);
        await().until(() -> setup.said.contains(new NodeMessage.Hello(Setup.UID)));
        assertThat(setup.sent(TO_THE_NODE)).isEmpty();
        assertThat(setup.building().nodeOfUid(Setup.UID)).isNotNull();
    }

    @Test
    void nodeThatWasOnlyHungOnAPlanGoesOnWithWhatAnotherServerGaveIt() {
        Node node = setup.buildings.addNode(Setup.UID, Setup.UID, Dialect.FIRMWARE, 0);
        setup.buildings.place(node.id(), setup.place());
        setup.hears("cc/config", Setup.UID);
        await().until(() -> setup.said.contains(new NodeMessage.Hello(Setup.UID)));
        assertThat(setup.sent(TO_THE_NODE)).isEmpty();
    }

    @Test
    void nodeThatKeepsItsUidAsItsLocationIsAnsweredToo() {
        setup.placed(Setup.UID, Setup.UID, Module.MOTION);
        setup.hears("cc/config", Setup.UID);
        assertThat(setup.sent(TO_THE_NODE))
                .endsWith(Bytes.of("loc;" + Setup.UID).toHex(), "6d6f643b10000000");
    }

    @Test
    void assigningTellsTheNodeAndMakesThePointsOfItsModules() {
        Node node = setup.buildings.addNode(Setup.UID, Setup.UID, Dialect.FIRMWARE, 0);
        setup.configuration.assign(node.id(), "lab-1", Set.of(Module.THP, Module.PWM), setup.place());
        assertThat(setup.building().pointsOf(node.id()))
                .extracting(point -> point.kind())
                .containsExactlyInAnyOrder(Kind.TEMPERATURE, Kind.HUMIDITY, Kind.PRESSURE);
        assertThat(setup.sent(TO_THE_NODE)).containsExactly(LOCATION, "6d6f643b21000000"); // mod; 0x21
    }

    @Test
    void modulesThatNeedTheSamePinsAreRefusedInASentence() {
        Node node = setup.buildings.addNode(Setup.UID, Setup.UID, Dialect.FIRMWARE, 0);
        assertThatThrownBy(() -> setup.configuration.assign(node.id(), "lab-1", Set.of(Module.CO2, Module.JURA), null))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("CO₂ and Coffee counters need the same pins");
        assertThat(setup.sent(TO_THE_NODE)).isEmpty();
    }

    @Test
    void bmac5NodeIsToldHowOftenToReport() {
        Node node = setup.buildings.addNode(Setup.UID, "lab-1", Dialect.BMAC5, 0);
        setup.buildings.ensurePoint(node.id(), Kind.TEMPERATURE, 3, false, Duration.ofMinutes(10));
        setup.buildings.ensurePoint(node.id(), Kind.RELAY, 7, true, Duration.ZERO);
        setup.configuration.send(node);
        assertThat(setup.sent("bmac5/" + Setup.UID + "/cfg")).containsExactly("035802"); // channel 3, 600 s
        assertThat(setup.sent("bmac5/" + Setup.UID + "/get")).containsExactly("");
    }

    @Test
    void sourceWithoutAUidIsToldNothing() {
        setup.configuration.send(setup.buildings.addNode(null, "attic", Dialect.FIRMWARE, 0));
        assertThat(setup.broker.published()).isEmpty();
    }
}
