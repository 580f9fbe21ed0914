package org.bmac.exchange;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.bmac.MovableClock;
import org.bmac.access.Actor;
import org.bmac.access.Role;
import org.bmac.access.TestRights;
import org.bmac.access.UserId;
import org.bmac.building.Buildings;
import org.bmac.building.Dialect;
import org.bmac.building.NodeId;
import org.bmac.building.TestBuildings;
import org.bmac.history.History;
import org.bmac.history.TestPast;
import org.bmac.point.Kind;
import org.bmac.point.PointId;
import org.bmac.point.Quality;
import org.bmac.point.Reading;
import org.bmac.point.Value;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.util.unit.DataSize;

/** A building with a thermometer and a relay, its history in memory, and the way out of it. */
final class Room {
    static final Actor VIEWER = new Actor.Person(new UserId(1), "viewer", Role.VIEWER);
    static final Actor ENGINEER = new Actor.Person(new UserId(2), "engineer", Role.ENGINEER);

    final MovableClock clock = new MovableClock();
    final DataSource database = TestBuildings.database();
    final Buildings buildings = TestBuildings.over(database, _ -> {});
    final History history = TestPast.history(database, buildings, clock);
    final List<Object> told = new ArrayList<>();
    final PointId temperature;
    final PointId relay;
    final Exports exports = new Exports(history, TestRights.ofRoles(buildings), told::add, clock);

    final Imports imports;

    Room() {
        imports = new Imports(
                TestPast.supplement(database, buildings),
                new InfluxFeed(
                        new InfluxSettings("", "", "", "", ""),
                        new InfluxRows(new JdbcTemplate(database)),
                        history,
                        buildings,
                        clock),
                TestRights.ofRoles(buildings),
                new ImportSettings(DataSize.ofMegabytes(1)),
                told::add,
                clock);
        TestPast.open(history);
        NodeId node =
                buildings.addNode("a020a6000001", "=foyer", Dialect.FIRMWARE, 1).id();
        temperature = buildings
                .ensurePoint(node, Kind.TEMPERATURE, 0, false, Duration.ofSeconds(10))
                .id();
        relay = buildings.ensurePoint(node, Kind.RELAY, 5).id();
    }

    /** One every ten seconds, the first at this moment: 0, 1, 2 … 49, 0, 1 … degrees. */
    void keepRamp(Instant from, int count) {
        List<Reading> ramp = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            ramp.add(celsius(from.plusSeconds(10L * i), i % 50));
        }
        keep(ramp);
    }

    void keep(List<Reading> readings) {
        TestPast.keep(database, buildings, readings);
    }

    /** Writes it, as the history does when it has heard it. */
    void hear(Reading reading) {
        keep(List.of(reading));
    }

    Reading celsius(Instant at, double number) {
        return new Reading(temperature, Value.of(Kind.TEMPERATURE, number), Quality.GOOD, at);
    }

    Reading switched(Instant at, boolean on) {
        return new Reading(relay, new Value.Switched(on), Quality.GOOD, at);
    }
}
