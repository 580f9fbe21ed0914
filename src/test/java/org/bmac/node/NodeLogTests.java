package org.bmac.node;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.bmac.MovableClock;
import org.bmac.access.Rights;
import org.bmac.access.TestRights;
import org.bmac.building.Buildings;
import org.bmac.building.Dialect;
import org.bmac.building.Node;
import org.bmac.building.NodeId;
import org.bmac.building.TestBuildings;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

class NodeLogTests {
    private final MovableClock clock = new MovableClock();
    private final DataSource database = TestBuildings.database();
    private final NodeLogRows rows = new NodeLogRows(new JdbcTemplate(database));
    private final TransactionTemplate transactions = new TransactionTemplate(new JdbcTransactionManager(database));
    private final Buildings buildings = TestBuildings.over(database, _ -> {});
    private final Node node = buildings.addNode(Setup.UID, "lab-1", Dialect.FIRMWARE, 0);
    private final Node other = buildings.addNode("a020a6000002", "lab-2", Dialect.FIRMWARE, 0);
    private NodeLog log = new NodeLog(rows, transactions, everything());

    private Rights everything() {
        return TestRights.ofRoles(buildings);
    }

    @Test
    void whatANodeWritesIsFoundByItsWordsAndItsLevelNewestFirst() {
        writes(node, LogLevel.INFO, "Connected to the broker");
        writes(node, LogLevel.ERROR, "Firmware update failed.");
        writes(node, LogLevel.DEBUG, "presence/ping - 100%_x");
        writes(other, LogLevel.ERROR, "Another node");
        log.write();

        assertThat(found("", LogLevel.EXTRA_TRACE))
                .containsExactly("presence/ping - 100%_x", "Firmware update failed.", "Connected to the broker");
        assertThat(found("FAILED", LogLevel.EXTRA_TRACE)).containsExactly("Firmware update failed.");
        assertThat(found("%_", LogLevel.EXTRA_TRACE)).containsExactly("presence/ping - 100%_x");
        assertThat(found("", LogLevel.WARNING)).containsExactly("Firmware update failed.");
    }

    @Test
    void onlyTheNewestLinesOfANodeAreKept() {
        IntStream.rangeClosed(1, 700).forEach(i -> {
            writes(node, LogLevel.INFO, "line " + i);
            if (i % 100 == 0) {
                log.write();
            }
        });

        assertThat(count(node.id())).isEqualTo(NodeLog.MOST_OF_ONE);
        assertThat(found("", LogLevel.INFO)).startsWith("line 700").hasSize(10);
        assertThat(found("line 200", LogLevel.INFO)).isEmpty();
    }

    @Test
    void aFloodIsCutAndCountedAndDoesNotPushOutAnotherNode() {
        writes(other, LogLevel.INFO, "quiet");
        log.write();
        IntStream.range(0, 6_000).forEach(i -> writes(node, LogLevel.DEBUG, "flood " + i));
        log.write();

        assertThat(log.leftOut()).isEqualTo(1_000);
        assertThat(count(node.id())).isEqualTo(NodeLog.MOST_OF_ONE);
        assertThat(count(other.id())).isEqualTo(1);
    }

    @Test
    void theOldestOfAllGoWhenThereAreTooMany() {
        for (int i = 0; i < 20; i++) {
            clock.move(Duration.ofSeconds(1));
            writes(i % 2 == 0 ? node : other, LogLevel.INFO, "line " + i);
        }
        log.write();

        rows.dropBeyond(5);

        assertThat(count(node.id()) + count(other.id())).isEqualTo(6);
    }

    @Test
    void itGoesOnCountingAfterARestart() {
        writes(node, LogLevel.INFO, "before");
        log.write();
        log = new NodeLog(rows, transactions, everything());
        writes(node, LogLevel.INFO, "after");
        log.write();

        assertThat(found("", LogLevel.INFO)).containsExactly("after", "before");
        assertThat(log.newest(node.id())).isEqualTo(2);
    }

    @Test
    void bytesThatAreNoTextAreKeptAsHex() {
        writes(node, LogLevel.DEBUG, "pwm/lab-1 - \u0004\u000c\u0000");
        log.write();

        assertThat(found("", LogLevel.DEBUG)).containsExactly("pwm/lab-1 - \\x04\\x0c\\x00");
    }

    @Test
    void whatANodeToldAndWhenItWasHeardIsKnownAfterARestart() {
        LastSeen lastSeen = new LastSeen();
        ToldRows told = new ToldRows(JdbcClient.create(database));
        Addresses addresses = new Addresses();
        Memory memory = new Memory(told, transactions, buildings, lastSeen, addresses);
        addresses.answered(node.id(), Setup.UID);
        lastSeen.seen(node.id(), clock.instant());
        memory.on(new Answered.Version(Setup.UID, "0.2"), node, clock.instant());
        memory.on(new Answered.Modules(Setup.UID, 3), node, clock.instant());
        memory.on(new NodeMessage.Distress(Setup.UID, "module config fail."), node, clock.instant());
        memory.close();

        Addresses later = new Addresses();
        Memory again = new Memory(told, transactions, buildings, new LastSeen(), later);

        assertThat(again.of(node.id())).isEqualTo(new Told("0.2", 3, "module config fail."));
        assertThat(again.lastSeen(node.id())).contains(clock.instant());
        assertThat(again.lastSeen(other.id())).isEmpty();
        assertThat(later.of(node)).isEqualTo(Setup.UID);
        assertThat(later.of(other)).isEqualTo(other.location());
        later.connected(node, clock.instant());
        again.on(new NodeMessage.Hello(Setup.UID), node, clock.instant());
        again.close();
        assertThat(Map.copyOf(told.read()).get(node.id()))
                .isEqualTo(new ToldRows.Row(new Told("0.2", null, null), clock.instant(), null));
    }

    private void writes(Node who, LogLevel level, String text) {
        Instant at = clock.instant();
        log.on(new NodeMessage.Logged(Objects.requireNonNull(who.uid()), level, text), who, at);
    }

    private List<String> found(String words, LogLevel least) {
        return rows.find(node.id(), words, least, Long.MAX_VALUE, 10).stream()
                .map(LogLine::text)
                .toList();
    }

    private int count(NodeId id) {
        return JdbcClient.create(database)
                .sql("select count(*) from node_log where node_id = ?")
                .param(id.number())
                .query(Integer.class)
                .single();
    }
}
