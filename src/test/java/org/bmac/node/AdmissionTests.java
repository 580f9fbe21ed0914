package org.bmac.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.bmac.broker.Outgoing;
import org.bmac.building.Dialect;
import org.bmac.building.Node;
import org.bmac.point.Kind;
import org.bmac.point.Reading;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What becomes of sources that nobody knows when things go wrong, and when they say too much. */
class AdmissionTests {
    private final Setup setup = new Setup();
    private final JdbcClient sql = JdbcClient.create(setup.database);

    @AfterEach
    void close() {
        setup.close();
    }

    @Test
    void newSourcesWaitWhileTheDatabaseFailsAndAreAcknowledgedWhenTheyAreKept() {
        AtomicInteger acknowledged = new AtomicInteger();
        sql.sql("alter table node rename to mislaid").update();
        setup.intake.on(Messages.text("nsa/temperature", "attic;18.25"), acknowledged::incrementAndGet);
        setup.intake.on(Messages.text("nsa/temperature", "attic;18.50"), acknowledged::incrementAndGet);
        await().during(Duration.ofMillis(500))
                .until(() -> setup.intake.counters().waiting() == 2);
        assertThat(acknowledged).hasValue(0);

        sql.sql("alter table mislaid rename to node").update();

        await().until(() -> acknowledged.get() == 2);
        assertThat(setup.readings)
                .extracting(reading -> reading.value().asNumber())
                .containsExactly(18.25, 18.5);
        assertThat(setup.intake.counters().refused()).isZero();
    }

    @Test
    void databaseThatStaysAwayDoesNotHoldUpTheNodesThatAreKnown() {
        AtomicInteger acknowledged = new AtomicInteger();
        sql.sql("alter table node rename to mislaid").update();
        setup.intake.on(Messages.text("nsa/temperature", "attic;18.25"), acknowledged::incrementAndGet);

        await().atMost(Duration.ofSeconds(15)).until(() -> acknowledged.get() == 1);
        assertThat(setup.intake.counters().refused()).isEqualTo(1);

        sql.sql("alter table mislaid rename to node").update();
        setup.intake.on(Messages.text("nsa/temperature", "attic;18.50"), acknowledged::incrementAndGet);

        await().until(() -> acknowledged.get() == 2);
        assertThat(setup.readings)
                .extracting(reading -> reading.value().asNumber())
                .containsExactly(18.5);
    }

    @Test
    void sourceThatCanNeverBeKeptIsRefusedAndHoldsUpNobody() {
        AtomicInteger acknowledged = new AtomicInteger();
        sql.sql("insert into node (location, dialect, modules) values ('attic', 'FIRMWARE', 0)")
                .update(); // behind our back
        setup.intake.on(Messages.text("nsa/temperature", "attic;18.25"), acknowledged::incrementAndGet);
        setup.intake.on(Messages.text("nsa/temperature", "cellar;12.00"), acknowledged::incrementAndGet);

        await().until(() -> acknowledged.get() == 2);

        assertThat(setup.readings)
                .extracting(Reading::point)
                .containsExactly(setup.point("cellar", Kind.TEMPERATURE, 0).id());
        assertThat(setup.intake.counters().refused()).isEqualTo(1);
    }

    @Test
    void unplacedNodeThatAnnouncesTooMuchGetsNoPointsUntilItIsPlaced() {
        setup.hears(described(Newcomers.MOST_POINTS + 1));
        await().until(() -> setup.intake.counters().refused() == 1);
        Node node = setup.building().nodes().getFirst();
        assertThat(setup.building().points()).isEmpty();

        setup.buildings.assign(node.id(), "lab-1", 0, setup.place());
        setup.hears(described(Newcomers.MOST_POINTS + 1));

        await().until(() -> setup.building().points().size() == Newcomers.MOST_POINTS + 1);
        assertThat(setup.intake.counters().refused()).isEqualTo(1);
    }

    @Test
    void unplacedNodeMayAnnounceAnewButNotWithoutEnd() {
        List<Kind> kinds = List.of(Kind.TEMPERATURE, Kind.HUMIDITY, Kind.PRESSURE, Kind.CO2);
        for (Kind kind : kinds) {
            setup.hears(described(kind, Newcomers.MOST_POINTS / 2));
        }

        await().until(() -> setup.intake.counters().refused() == 2);
        assertThat(setup.building().points()).hasSize(Newcomers.MOST_POINTS);
        setup.events.clear();
        setup.hears(described(Kind.RELAY, 1));
        assertThat(setup.intake.counters().refused()).isEqualTo(3);
        assertThat(setup.events).isEmpty();
    }

    @Test
    void whatAFullNodeSaidBeforeStillCounts() {
        Node node = setup.buildings.addNode(null, "attic", Dialect.FIRMWARE, 0);
        setup.buildings.changeTogether(() -> IntStream.range(0, Newcomers.MOST_POINTS)
                .forEach(channel -> setup.buildings.ensurePoint(node.id(), Kind.TEMPERATURE, channel)));

        setup.hears("nsa/temperature", "attic;18.25");
        setup.hears("nsa/humidity", "attic;40.00");

        assertThat(setup.readings).hasSize(1);
        assertThat(setup.intake.counters().refused()).isEqualTo(1);
    }

    private static Outgoing described(int channels) {
        return described(Kind.TEMPERATURE, channels);
    }

    private static Outgoing described(Kind kind, int channels) {
        return Bmac5Codec.encode(new NodeMessage.Described(
                Setup.UID,
                1,
                0,
                IntStream.range(0, channels)
                        .mapToObj(number -> new Channel(number, kind, false, true, Duration.ofSeconds(30)))
                        .toList()));
    }
}
