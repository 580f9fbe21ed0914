package org.bmac.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import javax.sql.DataSource;
import org.bmac.building.Buildings;
import org.bmac.building.Point;
import org.bmac.building.TestBuildings;
import org.bmac.history.Bucket;
import org.bmac.history.Recall;
import org.bmac.history.TestPast;
import org.bmac.point.Kind;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.jdbc.core.JdbcTemplate;

class YesterdaysTests {
    private static final Instant NOW = Instant.parse("2026-05-11T12:00:00Z");
    private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);

    private final DataSource database = TestBuildings.database();
    private final Buildings buildings = TestBuildings.over(database, _ -> {});
    private final Recall past = TestPast.over(database, buildings, CLOCK);

    @Test
    void everyPointOfTheHouseHasAPlausiblePast() {
        new StadthausSetup(buildings).run();
        recall(Duration.ofDays(12));

        for (Point point : buildings.current().points()) {
            List<Bucket> days = TestPast.window(
                    database, CLOCK, point, NOW.minus(Duration.ofDays(11)), NOW.minus(Duration.ofDays(1)), 10);
            assertThat(past.isRecalled(point.id())).as(point.toString()).isTrue();
            assertThat(days).as(point.toString()).noneMatch(Bucket::isGap);
            assertThat(days)
                    .as(point.toString())
                    .allMatch(day ->
                            point.kind().plausible(day.min()) && point.kind().plausible(day.max()));
            if (point.kind() == Kind.TEMPERATURE) {
                assertThat(days).as(point.toString()).allMatch(day -> day.mean() > 15 && day.mean() < 45);
            }
        }
        assertThat(buildings.current().points()).hasSizeGreaterThan(100);
    }

    @Test
    void aSecondStartAddsNothing() {
        new StadthausSetup(buildings).run();
        recall(Duration.ofDays(2));
        long rows = rows();
        recall(Duration.ofDays(5));
        assertThat(rows()).isEqualTo(rows).isPositive();
    }

    @Test
    void noPastIsMadeWhereNoneIsWanted() {
        new StadthausSetup(buildings).run();
        recall(Duration.ZERO);
        assertThat(rows()).isZero();
    }

    @Test
    void coarseStepsEndWhereFineOnesDo() {
        Layout layout = Stadthaus.layout();
        Chance chance = new Chance(1);
        House fine = new House(layout, chance, ZoneId.of("Europe/Berlin"), NOW);
        House coarse = new House(layout, chance, ZoneId.of("Europe/Berlin"), NOW, Recollection.TICK);
        fine.step(Duration.ofHours(20));
        coarse.step(Duration.ofHours(20));
        layout.numbers().forEach(room -> assertThat(coarse.sense(room, Kind.TEMPERATURE))
                .isBetween(fine.sense(room, Kind.TEMPERATURE) - 1, fine.sense(room, Kind.TEMPERATURE) + 1));
    }

    @Test
    void withoutTheDemonstrationThereIsNobodyToRecall() {
        new ApplicationContextRunner()
                .withUserConfiguration(Simulation.class)
                .withPropertyValues("bmac.demo=false")
                .run(context -> assertThat(context).doesNotHaveBean(Simulation.class));
    }

    private void recall(Duration length) {
        new Yesterdays(past, buildings, new Chance(1), length, NOW).recall();
    }

    private long rows() {
        Long rows = new JdbcTemplate(database).queryForObject("select count(*) from history_reading", Long.class);
        return rows == null ? 0 : rows;
    }
}
