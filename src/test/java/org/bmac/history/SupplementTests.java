package org.bmac.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.assertj.core.api.recursive.comparison.RecursiveComparisonConfiguration;
import org.awaitility.Awaitility;
import org.bmac.history.Supplement.Added;
import org.bmac.point.Reading;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.ConcurrencyFailureException;

/** What is added to the past, loose or packed, is as if it had been heard when it was. */
class SupplementTests {
    private static final Instant NOON = Instant.parse("2026-05-11T12:00:00Z");
    private static final Instant NOW = NOON.plus(Duration.ofDays(50));
    private static final RecursiveComparisonConfiguration NEARLY = RecursiveComparisonConfiguration.builder()
            .withComparatorForType((a, b) -> Math.abs(a - b) < 1e-6 ? 0 : Double.compare(a, b), Double.class)
            .build();

    private final Room heard = new Room();
    private final Room added = new Room();

    SupplementTests() {
        heard.clock.set(NOW);
        added.clock.set(NOW);
    }

    @AfterEach
    void close() {
        heard.close();
        added.close();
    }

    @Test
    void whatIsAddedToAPackedDayIsAsIfItHadBeenHeard() {
        List<Reading> all = heard.ramp(NOON, 3 * 8_640);
        heard.annals.write(all);
        added.annals.write(every(all, 2, 0));
        added.pack();

        Added would = would(every(all, 2, 1));
        Added some = add(every(all, 2, 1));

        assertThat(some).isEqualTo(new Added(3 * 4_320, 0, 0)).isEqualTo(would);
        theSameIsRead();
        added.pack();
        assertThat(loose(Level.RAW)).isZero();
        theSameIsRead();
        assertThat(add(all)).isEqualTo(new Added(0, 3 * 8_640, 0));
        theSameIsRead();
    }

    @Test
    void whatIsAddedBeforeAndBehindOfWhatIsPackedIsAsIfItHadBeenHeard() {
        List<Reading> all = heard.ramp(NOON.minus(Duration.ofDays(2)), 5 * 8_640);
        heard.annals.write(all);
        added.annals.write(all.subList(2 * 8_640 + 17, 3 * 8_640 - 17));
        added.pack();

        assertThat(add(all)).isEqualTo(new Added(4 * 8_640 + 34, 8_640 - 34, 0));
        added.pack();
        theSameIsRead();
        added.keep(added.celsius(NOON.plus(Duration.ofDays(3)), 7));
        heard.keep(heard.celsius(NOON.plus(Duration.ofDays(3)), 7));
        theSameIsRead();
    }

    @Test
    void nothingIsAddedToADayThatCannotBeReadOrOfWhichOnlySummariesAreLeft() {
        added.annals.write(added.ramp(NOON, 100));
        added.pack();
        added.sql.update("update history_reading_chunk set data = ?", new byte[] {1, 2, 3});
        assertThat(add(List.of(added.celsius(NOON.plusSeconds(5), 30)))).isEqualTo(new Added(0, 0, 1));

        added.sql.update("delete from history_reading_chunk");
        assertThat(add(List.of(added.celsius(NOON.plusSeconds(5), 30)))).isEqualTo(new Added(0, 0, 1));
        assertThat(loose(Level.RAW)).isZero();
    }

    @Test
    void whatIsTooOldIsKeptUntilTheLastPartOfItsDayIsAdded() {
        Instant longAgo = NOON.minus(Duration.ofDays(300));
        List<Reading> day = added.ramp(longAgo, 2_000);

        Added all = added.supplement.during(() -> {
            Added first = add(day.subList(0, 1_000));
            thin();
            return first.and(add(day.subList(1_000, 2_000)));
        });
        thin();

        assertThat(all).isEqualTo(new Added(2_000, 0, 0));
        assertThat(loose(Level.RAW)).isZero();
        assertThat(added.window(added.temperature, longAgo, longAgo.plus(Duration.ofHours(6)), 1))
                .singleElement()
                .extracting(Bucket::count)
                .isEqualTo(2_000L);
    }

    @Test
    void aPastThatIsBeingWrittenIsNotAddedTo() {
        added.rows.recalled(added.temperature, new Recalled(NOON.toEpochMilli(), 1, false));

        assertThatThrownBy(() -> add(added.ramp(NOON, 10))).isInstanceOf(ConcurrencyFailureException.class);
        assertThat(loose(Level.RAW)).isZero();
    }

    @Test
    void whatIsHeardIsWrittenWhileMuchIsAdded() throws InterruptedException {
        CountDownLatch begun = new CountDownLatch(1);
        List<Reading> years = new ArrayList<>();
        for (int day = 0; day < 2_000; day++) {
            years.add(added.celsius(NOON.minus(Duration.ofDays(day)), day % 40));
        }
        Thread adding = Thread.ofPlatform().start(() -> {
            begun.countDown();
            add(years);
        });
        assertThat(begun.await(10, TimeUnit.SECONDS)).isTrue();

        for (int i = 0; i < 5; i++) {
            added.hear(added.celsius(NOW.plusSeconds(i), i));
            Awaitility.await().atMost(Duration.ofSeconds(3)).untilAsserted(() -> assertThat(
                            added.history.keeping().waiting())
                    .isZero());
        }
        adding.join();

        assertThat(added.rows.oldest(Level.DAY, added.temperature))
                .hasValue(Level.DAY.start(NOON.minus(Duration.ofDays(1_999)).toEpochMilli()));
    }

    private void thin() {
        for (int i = 0; i < 5; i++) {
            added.thinning.step();
        }
    }

    private Added add(List<Reading> readings) {
        return added.supplement.add(added.temperature, samples(readings));
    }

    private Added would(List<Reading> readings) {
        return added.supplement.would(added.temperature, samples(readings));
    }

    private static List<Sample> samples(List<Reading> readings) {
        return readings.stream()
                .map(reading -> new Sample(reading.at(), reading.value().asNumber(), reading.quality()))
                .toList();
    }

    private static List<Reading> every(List<Reading> all, int step, int from) {
        List<Reading> some = new ArrayList<>();
        for (int i = from; i < all.size(); i += step) {
            some.add(all.get(i));
        }
        return some;
    }

    private int loose(Level level) {
        Integer count = added.sql.queryForObject("select count(*) from " + level.table(), Integer.class);
        return count == null ? 0 : count;
    }

    private void theSameIsRead() {
        long end = NOW.toEpochMilli();
        assertThat(added.rows.raw(added.temperature, 0, end, Integer.MAX_VALUE))
                .isEqualTo(heard.rows.raw(heard.temperature, 0, end, Integer.MAX_VALUE));
        assertThat(added.rows.latest(added.temperature)).isEqualTo(heard.rows.latest(heard.temperature));
        for (Level level : Level.SUMMARIES) {
            assertThat(added.rows.parts(level, added.temperature, 0, end))
                    .usingRecursiveFieldByFieldElementComparator(NEARLY)
                    .isEqualTo(heard.rows.parts(level, heard.temperature, 0, end));
        }
    }
}
