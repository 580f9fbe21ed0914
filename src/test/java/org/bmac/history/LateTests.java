package org.bmac.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.bmac.building.TestBuildings;
import org.bmac.point.PointId;
import org.bmac.point.Quality;
import org.bmac.point.Reading;
import org.bmac.point.Value;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What comes after what is later. */
class LateTests {
    private static final Instant NOON = Instant.parse("2026-05-11T12:00:00Z");

    private final Room room = new Room(Room.USUAL, 50_000, TestBuildings.inMemory());

    @AfterEach
    void close() {
        room.close();
    }

    @Test
    void aNodeWhoseClockStandsIsNotSearchedForAPlaceReadingByReading() {
        stuck(0, 9_000);
        room.restart();
        long before = statements();
        stuck(9_000, 9_001);
        long first = statements() - before;
        room.annals.besides(room.temperature, () -> true);
        stuck(9_001, 9_002);
        long second = statements() - before - first;

        assertThat(first).isLessThan(100);
        assertThat(second).isLessThan(50);
        assertThat(room.readings(room.temperature)).hasSize(9_002).last().satisfies(sample -> assertThat(
                        sample.number())
                .isEqualTo(number(9_001)));
    }

    @Test
    void whatCameInBetweenIsLateAlsoForANodeWhoseClockStands() {
        stuck(0, 10);
        room.annals.besides(room.temperature, () -> true);
        room.rows.insert(List.of(new Rows.Raw(Key.of(room.temperature, millis(NOON) + 60_000), 30, Quality.GOOD)));
        room.keep(room.celsius(NOON.plusSeconds(20), 20));

        assertThat(room.readings(room.temperature))
                .extracting(Sample::at)
                .contains(NOON.plusSeconds(20))
                .doesNotContain(NOON.plusSeconds(60).plusMillis(1));
    }

    @Test
    void whenTheClockIsSetBackNothingIsLostAndTheSummariesAreRight() {
        room.annals.write(room.ramp(NOON, 360));
        for (int i = 0; i < 180; i++) {
            room.keep(room.celsius(NOON.plusSeconds(10L * i + 3), 40));
        }
        room.annals.write(room.ramp(NOON.plusSeconds(3600), 10));
        room.clock.set(NOON.plusSeconds(4000));

        assertThat(room.readings(room.temperature)).hasSize(360 + 180 + 10);
        for (int buckets : new int[] {1, 4, 60}) {
            List<Bucket> hour = room.window(room.temperature, NOON, NOON.plusSeconds(3600), buckets);
            assertThat(hour.stream().mapToLong(Bucket::count).sum()).isEqualTo(360 + 180);
            assertThat(hour).allSatisfy(bucket -> assertThat(bucket.coverage()).isEqualTo(1));
        }
    }

    @Test
    void aLateReadingTakesNothingFromASummaryWhoseReadingsAreGone() {
        room.annals.write(room.ramp(NOON, 720));
        List<Part> before = new ArrayList<>();
        Level.SUMMARIES.forEach(level -> before.add(part(level)));
        room.rows.delete(Level.RAW, room.temperature, 0, millis(NOON.plusSeconds(3600)));
        room.rows.delete(Level.MINUTE, room.temperature, 0, millis(NOON.plusSeconds(3600)));
        room.keep(room.celsius(NOON.plusSeconds(5), 80));

        for (Level level : List.of(Level.QUARTER, Level.HOUR, Level.DAY)) {
            Part was = before.get(Level.SUMMARIES.indexOf(level));
            assertThat(part(level)).as(level.name()).satisfies(now -> {
                assertThat(now.count()).isEqualTo(was.count() + 1);
                assertThat(now.max()).isEqualTo(80);
                assertThat(now.min()).isEqualTo(was.min());
                assertThat(now.sum()).isEqualTo(was.sum() + 80);
                assertThat(now.last()).isEqualTo(was.last());
                assertThat(now.value()).isEqualTo(was.value());
                assertThat(now.covered()).isEqualTo(was.covered());
            });
        }
    }

    @Test
    void whatIsBadAndLateTakesNothingEither() {
        room.annals.write(room.ramp(NOON, 100));
        Part before = part(Level.HOUR);
        room.rows.delete(Level.RAW, room.temperature, 0, millis(NOON.plusSeconds(600)));
        room.keep(new Reading(room.temperature, new Value.Unreadable("noise"), Quality.BAD, NOON.plusSeconds(5)));

        assertThat(part(Level.HOUR)).isEqualTo(before);
        assertThat(part(Level.MINUTE).count()).isEqualTo(6);
    }

    @Test
    void aBurstOfOneMomentThatComesLateIsKeptInItsOrder() {
        room.keep(room.celsius(NOON.plusSeconds(60), 20));
        List<Reading> burst = new ArrayList<>();
        for (int i = 0; i < 500; i++) {
            burst.add(room.celsius(NOON, number(i)));
        }
        room.annals.write(burst);
        room.annals.write(burst);

        assertThat(room.readings(room.temperature)).hasSize(501);
        assertThat(room.readings(room.temperature).get(499).number()).isEqualTo(number(499));
        assertThat(room.window(room.temperature, NOON, NOON.plus(Duration.ofMinutes(1)), 1)
                        .getFirst()
                        .count())
                .isEqualTo(500);
    }

    private void stuck(int from, int to) {
        List<Reading> some = new ArrayList<>();
        for (int i = from; i < to; i++) {
            some.add(room.celsius(NOON, number(i)));
        }
        room.annals.write(some);
    }

    private static double number(int i) {
        return i / 1_000.0;
    }

    private Part part(Level level) {
        Part part = room.rows.part(level, Key.of(new PointId(room.temperature.number()), level.start(millis(NOON))));
        return part == null ? Part.of(0, Double.NaN) : part;
    }

    private static long millis(Instant at) {
        return at.toEpochMilli();
    }

    private long statements() {
        room.sql.execute("set query_statistics true");
        Long count = room.sql.queryForObject(
                "select coalesce(sum(execution_count), 0) from information_schema.query_statistics", Long.class);
        return count == null ? 0 : count;
    }
}
