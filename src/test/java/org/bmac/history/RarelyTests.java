package org.bmac.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.bmac.building.Point;
import org.bmac.building.TestBuildings;
import org.bmac.point.Kind;
import org.bmac.point.Quality;
import org.bmac.point.Reading;
import org.bmac.point.Value;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Points that speak more rarely than their kind usually does, and for which nobody has configured how often. */
class RarelyTests {
    private static final Instant BEGIN = Instant.parse("2026-05-09T00:00:00Z");
    private static final Instant END = BEGIN.plus(Duration.ofDays(3));

    private final Room room = new Room(Room.USUAL, 50_000, TestBuildings.inMemory());
    private final Point slow = room.buildings.ensurePoint(
            room.buildings.current().point(room.temperature).orElseThrow().node(), Kind.TEMPERATURE, 1);

    @BeforeEach
    void itIsThreeDaysLater() {
        room.clock.set(END);
    }

    @AfterEach
    void close() {
        room.close();
    }

    @Test
    void areCoveredAtEveryResolution() {
        List<Reading> all = every(Duration.ofMinutes(5));
        for (int i = 0; i < all.size(); i += 7) {
            room.annals.write(all.subList(i, Math.min(all.size(), i + 7)));
        }

        coveredAtEveryResolution();
    }

    @Test
    void areCoveredAlsoAcrossRestartsAndPacking() {
        List<Reading> all = every(Duration.ofMinutes(5));
        for (int i = 0; i < all.size(); i += 100) {
            room.annals.write(all.subList(i, Math.min(all.size(), i + 100)));
            room.restart();
            room.pack();
        }

        coveredAtEveryResolution();
    }

    @Test
    void areCoveredWhenTheyComeLate() {
        List<Reading> all = every(Duration.ofMinutes(5));
        room.annals.write(all.subList(800, all.size()));
        List<Reading> late = new ArrayList<>(all.subList(0, 800));
        Collections.shuffle(late, new Random(5));
        room.annals.write(late);

        coveredAtEveryResolution();
    }

    @Test
    void areCoveredWhenOnlySummariesAreLeft() {
        room.annals.write(every(Duration.ofMinutes(5)));
        room.clock.set(END.plus(Duration.ofDays(100)));
        for (int i = 0; i < 30; i++) {
            room.thinning.step();
        }

        assertThat(room.readings(slow.id())).isEmpty();
        coveredAtEveryResolution();
    }

    @Test
    void aSilenceOfTheirsIsStillAGap() {
        List<Reading> all = every(Duration.ofMinutes(5));
        all.removeIf(reading -> Duration.between(BEGIN, reading.at()).toHours() == 30);
        room.annals.write(all);

        List<Bucket> hours = room.window(slow.id(), BEGIN, END, 72);
        assertThat(hours.get(30).coverage()).isBetween(0.1, 0.3);
        assertThat(hours.get(29).coverage()).isEqualTo(1);
    }

    @Test
    void whatHasBeenBrokenForMonthsIsToldWithoutLookingAtAllOfIt() {
        room.annals.write(every(Duration.ofMinutes(5)));
        List<Reading> broken = new ArrayList<>();
        for (int i = 0; i < 130_000; i++) {
            broken.add(new Reading(slow.id(), new Value.Unreadable("noise"), Quality.BAD, END.plusSeconds(2L * i)));
        }
        room.annals.write(broken);
        room.clock.set(END.plusSeconds(270_000));
        room.pack();
        long before = statements();

        assertThat(room.rows.recent(slow.id(), 0, room.clock.millis(), Holding.FEW))
                .hasSize(Holding.FEW);
        assertThat(statements() - before).isLessThan(40);
    }

    /** H2 counts them. */
    private long statements() {
        room.sql.execute("set query_statistics true");
        Long count = room.sql.queryForObject(
                "select coalesce(sum(execution_count), 0) from information_schema.query_statistics", Long.class);
        return count == null ? 0 : count;
    }

    private void coveredAtEveryResolution() {
        for (int buckets : new int[] {1, 3, 70, 280, 800}) {
            List<Bucket> all = room.window(slow.id(), BEGIN, END, buckets);
            double covered =
                    all.stream().mapToDouble(Bucket::coverage).average().orElse(0);
            assertThat(covered).as(buckets + " buckets").isGreaterThan(0.99);
            assertThat(all).noneMatch(Bucket::isGap);
        }
    }

    private List<Reading> every(Duration interval) {
        List<Reading> all = new ArrayList<>();
        for (Instant at = BEGIN; at.isBefore(END); at = at.plus(interval)) {
            all.add(new Reading(slow.id(), Value.of(Kind.TEMPERATURE, all.size() % 30), Quality.GOOD, at));
        }
        return all;
    }
}
