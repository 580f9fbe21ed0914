package org.bmac.history;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.awaitility.Awaitility;
import org.bmac.MovableClock;
import org.bmac.access.Actor;
import org.bmac.access.Role;
import org.bmac.access.TestRights;
import org.bmac.access.UserId;
import org.bmac.building.Buildings;
import org.bmac.building.Dialect;
import org.bmac.building.NodeId;
import org.bmac.building.TestBuildings;
import org.bmac.point.Kind;
import org.bmac.point.PointId;
import org.bmac.point.Quality;
import org.bmac.point.Reading;
import org.bmac.point.Value;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The real room outside an application context, over a database in memory, with a thermometer and a relay. */
final class Room implements AutoCloseable {
    static final HistorySettings USUAL =
            new HistorySettings(Duration.ofDays(90), Duration.ofDays(730), Map.of(), Map.of());
    static final Actor VIEWER = new Actor.Person(new UserId(1), "viewer", Role.VIEWER);

    final MovableClock clock = new MovableClock();
    final DataSource database;
    final JdbcTemplate sql;
    final Buildings buildings;
    final PointId temperature;
    final PointId relay;
    private final HistorySettings settings;
    private final int capacity;
    Rows rows;
    Annals annals;
    Supplement supplement;
    Thinning thinning;
    Packer packer;
    History history;

    Room() {
        this(USUAL, 50_000);
    }

    Room(HistorySettings settings, int capacity) {
        this(settings, capacity, TestBuildings.database());
    }

    Room(HistorySettings settings, int capacity, DataSource database) {
        this.settings = settings;
        this.capacity = capacity;
        this.database = database;
        sql = new JdbcTemplate(database);
        buildings = TestBuildings.over(database, _ -> {});
        NodeId node =
                buildings.addNode("a020a6000001", "foyer", Dialect.FIRMWARE, 1).id();
        temperature = buildings
                .ensurePoint(node, Kind.TEMPERATURE, 0, false, Duration.ofSeconds(10))
                .id();
        relay = buildings.ensurePoint(node, Kind.RELAY, 0).id();
        rows = new Rows(sql);
        annals = newAnnals();
        supplement = new Supplement(annals, rows, buildings);
        thinning = new Thinning(rows, buildings, settings, clock, supplement);
        packer = new Packer(annals, rows, buildings, clock);
        history = newHistory();
    }

    /** Packs all that has settled. */
    void pack() {
        for (int packed = packer.step(); packed > 0; packed = packer.step()) {
            packer.step();
        }
    }

    void restart() {
        history.close();
        annals = newAnnals();
        packer = new Packer(annals, rows, buildings, clock);
        history = newHistory();
    }

    private Annals newAnnals() {
        return new Annals(
                rows, new ReceiptRows(sql), new TransactionTemplate(new JdbcTransactionManager(database)), buildings);
    }

    private History newHistory() {
        History made = new History(
                annals,
                new Windows(rows, settings, clock),
                rows,
                buildings,
                TestRights.ofRoles(buildings),
                settings,
                clock,
                capacity);
        made.open();
        return made;
    }

    /** Writes at once, past the queue. */
    void keep(Reading... readings) {
        annals.write(List.of(readings));
    }

    Reading celsius(Instant at, double number) {
        return new Reading(temperature, Value.of(Kind.TEMPERATURE, number), Quality.GOOD, at);
    }

    Reading relay(Instant at, boolean on) {
        return new Reading(relay, new Value.Switched(on), Quality.GOOD, at);
    }

    /** One every ten seconds, the first at this moment: 0, 1, 2 … 49, 0, 1 … degrees. */
    List<Reading> ramp(Instant from, int count) {
        List<Reading> ramp = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            ramp.add(celsius(from.plusSeconds(10L * i), i % 50));
        }
        return ramp;
    }

    List<Bucket> window(PointId point, Instant from, Instant to, int buckets) {
        return history.window(VIEWER, point, from, to, buckets);
    }

    List<Sample> readings(PointId point) {
        return history.readings(VIEWER, point, Instant.EPOCH, clock.instant().plusSeconds(1), History.MOST_READINGS);
    }

    void hear(Reading reading) {
        history.on(reading);
    }

    void awaitWritten(Runnable assertion) {
        Awaitility.await().untilAsserted(assertion::run);
    }

    @Override
    public void close() {
        history.close();
    }
}
