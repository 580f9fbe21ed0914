package org.bmac.node;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.bmac.access.Actor;
import org.bmac.access.Rights;
import org.bmac.access.Role;
import org.bmac.access.TestRights;
import org.bmac.access.UserId;
import org.bmac.broker.Outgoing;
import org.bmac.broker.Properties5;
import org.bmac.building.Dialect;
import org.bmac.building.Node;
import org.bmac.point.Bytes;
import org.bmac.point.Kind;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

class NodesTests {
    private static final Actor VIEWER = new Actor.Person(new UserId(1), "anna", Role.VIEWER);

    private final Setup setup = new Setup();
    private final Rights rights = TestRights.ofRoles(setup.buildings);
    private final JdbcClient sql = JdbcClient.create(setup.database);
    private final Memory memory = new Memory(
            new ToldRows(sql),
            new TransactionTemplate(new JdbcTransactionManager(setup.database)),
            setup.buildings,
            setup.lastSeen,
            setup.addresses);
    private final Shuts shuts = shuts();
    private final Nodes nodes = new Nodes(
            rights, setup.broker, setup.presences, memory, setup.lastSeen, setup.addresses, shuts, setup.clock);

    private Shuts shuts() {
        return new Shuts(new ShutRows(sql), setup.gate, setup.presences, setup.buildings, setup.clock);
    }

    @AfterEach
    void close() {
        setup.close();
    }

    /** Who only hung it on a plan has not said what it is to run. */
    @Test
    void aNodeThatHasAPlaceAndNothingElseIsInTrouble() {
        Node node = setup.buildings.addNode(Setup.UID, Setup.UID, Dialect.FIRMWARE, 0);
        setup.buildings.place(node.id(), setup.place());

        assertThat(facts(setup.building().node(node.id()).orElseThrow()).troubles())
                .contains("It has a place, but no location and no modules yet: configure it.");
    }

    @Test
    void aNodeIsOnlineThenSilentThenOffline() {
        Node node = setup.placed(Setup.UID, "lab-1", Module.THP);
        assertThat(facts(node).state()).isEqualTo(NodeState.UNHEARD);
        assertThat(facts(node).place()).isEqualTo("Ground floor");

        setup.hears("nsa/temperature", "lab-1;21.00");
        assertThat(facts(node).state()).isEqualTo(NodeState.ONLINE);
        assertThat(facts(node).lastSeen()).isEqualTo(setup.clock.instant());

        setup.clock.move(Duration.ofSeconds(16));
        assertThat(facts(node).state()).isEqualTo(NodeState.SILENT);
        setup.clock.move(Duration.ofSeconds(45));
        assertThat(facts(node).state()).isEqualTo(NodeState.OFFLINE);
        assertThat(facts(node).troubles()).containsExactly("Offline: nothing was heard of it for too long.");
    }

    @Test
    void aNodeThatSpeaksOnChangeOnlyIsOnlineUntilItsWillSaysOtherwise() {
        Node node = bmac5();
        setup.clock.move(Duration.ofDays(1));
        assertThat(facts(node).state()).isEqualTo(NodeState.ONLINE);

        setup.hearsHex("bmac5/" + Setup.UID + "/alive", "00");
        assertThat(facts(node).state()).isEqualTo(NodeState.OFFLINE);
        assertThat(facts(node).troubles()).containsExactly("Offline: connection lost.");
    }

    @Test
    void whileTheBrokerIsLostNobodyBecomesSilent() {
        Node node = setup.placed(Setup.UID, "lab-1", Module.THP);
        setup.hears("nsa/temperature", "lab-1;21.00");
        setup.broker.goDown("gone");
        setup.clock.move(Duration.ofMinutes(5));
        assertThat(facts(node).state()).isEqualTo(NodeState.ONLINE);

        setup.broker.comeUp();
        assertThat(facts(node).state()).isEqualTo(NodeState.ONLINE);
        setup.clock.move(Duration.ofSeconds(20));
        assertThat(facts(node).state()).isEqualTo(NodeState.SILENT);
    }

    @Test
    void messagesGapsAndWhatCannotBeReadAreCounted() {
        Node node = setup.placed(Setup.UID, "lab-1", Module.THP);
        setup.hears("nsa/temperature", "lab-1;21.00");
        setup.clock.move(Duration.ofMinutes(7));
        setup.hears("nsa/temperature", "lab-1;21.00");
        setup.hears("nsa/temperature", "lab-1;hot");
        setup.hears("cc/response", Setup.UID + ";");

        NodeCounts counts = facts(node).counts();
        assertThat(counts.gaps()).isEqualTo(1);
        assertThat(counts.unreadable()).isEqualTo(2);
        assertThat(facts(node).troubles()).containsExactly("2 of its messages could not be read.");
        assertThat(counts.messages()).isGreaterThanOrEqualTo(3);
    }

    /** The gap counts for a node from what its own points say of its pace. */
    @Test
    void aGapOfASlowNodeIsNoGap() {
        LastSeen lastSeen = new LastSeen(setup.buildings);
        Node slow = setup.placed(Setup.UID, "kitchen", Module.JURA);
        Node fast = setup.placed("a020a6000002", "lab-1", Module.THP);
        for (Node node : List.of(slow, fast)) {
            lastSeen.seen(node.id(), setup.clock.instant());
            lastSeen.seen(node.id(), setup.clock.instant().plusSeconds(120));
        }
        assertThat(lastSeen.counts(slow.id()).gaps()).isZero();
        assertThat(lastSeen.counts(fast.id()).gaps()).isEqualTo(1);
        assertThat(lastSeen.counts(fast.id()).longestGap()).isEqualTo(Duration.ofMinutes(2));
    }

    @Test
    void aClockThatIsAheadIsSaid() {
        Node node = bmac5();
        long ahead = setup.clock.instant().plusSeconds(90).toEpochMilli();
        Properties5 stamped = new Properties5(null, null, null, null, java.util.Map.of("t", String.valueOf(ahead)));
        setup.hears(new Outgoing("bmac5/" + Setup.UID + "/r/7", Bytes.of(1), 1, false, stamped));

        assertThat(facts(node).counts().ahead()).isEqualTo(Duration.ofSeconds(90));
        assertThat(facts(node).troubles()).containsExactly("Its clock is at least 90 s ahead.");
    }

    @Test
    void whatItRunsAndWhereItListensIsTroubleWhenItIsNotAsConfigured() {
        Node node = setup.placed(Setup.UID, "lab-1", Module.THP, Module.IO);
        setup.hearsHex("cc/response", Bytes.of(Setup.UID + ";").toHex() + "01000000");
        memory.on(new Answered.Modules(Setup.UID, 1), node, setup.clock.instant());
        setup.hearsHex("io/response/" + Setup.UID, Bytes.of("lab-1;").toHex() + "8000");

        assertThat(facts(node).troubles())
                .contains("Its modules listen on " + Setup.UID + " until it restarts.")
                .anyMatch(words -> words.startsWith("It runs Temperature, humidity, pressure, not "));
    }

    @Test
    void whatABlockedNodeSaysIsDroppedAndCountedAlsoAfterARestart() {
        Node node = setup.placed(Setup.UID, "lab-1", Module.THP);
        shuts.set(node, new Shut(Shut.How.BLOCKED, "anna", setup.clock.instant()));
        int before = setup.readings.size();
        setup.hears("nsa/temperature", "lab-1;21.00");
        setup.hears("nsa/co2", "lab-1;400");
        setup.hears("log/all", Setup.UID + ";2 - hello");
        setup.hears("cc/config", Setup.UID);

        assertThat(setup.readings).hasSize(before);
        assertThat(setup.said).isEmpty();
        assertThat(facts(node).state()).isEqualTo(NodeState.BLOCKED);
        assertThat(facts(node).counts().dropped()).isEqualTo(4);
        assertThat(setup.building().pointOf(node.id(), Kind.CO2, 0)).isNull();

        setup.gate.blockOnly(java.util.Set.of());
        Shuts again = shuts();
        assertThat(again.of(node.id())).map(Shut::how).contains(Shut.How.BLOCKED);
        assertThat(setup.gate.blocks(node.id())).isTrue();
        again.set(node, null);
        setup.hears("nsa/temperature", "lab-1;21.00");
        assertThat(setup.readings).hasSize(before + 1);
        assertThat(shuts().of(node.id())).isEmpty();
    }

    private Node bmac5() {
        Node node = setup.buildings.addNode(Setup.UID, Setup.UID, Dialect.BMAC5, 0);
        setup.buildings.ensurePoint(node.id(), Kind.RELAY, 7, true, Duration.ZERO);
        setup.hearsHex("bmac5/" + Setup.UID + "/alive", "01");
        return node;
    }

    private NodeFacts facts(@Nullable Node node) {
        return nodes.of(VIEWER, Objects.requireNonNull(node).id()).orElseThrow();
    }
}
