package org.bmac.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.bmac.point.Reading;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

class PastTests {
    private static final Instant BORN = Instant.parse("2026-05-11T12:30:03Z");
    private static final Instant NOW = BORN.plus(Duration.ofHours(1));
    private static final Duration APART = Duration.ofMinutes(5);

    private final Room room = new Room();

    @BeforeEach
    void itIsAnHourAfterTheFirstReading() {
        room.clock.set(NOW);
    }

    @AfterEach
    void close() {
        room.close();
    }

    @Test
    void summariesAreThoseOfTheReadings() {
        List<Reading> days = temperatures(Duration.ofDays(6));
        past().recall(room.temperature, days, BORN, APART, () -> true);

        for (Level level : Level.SUMMARIES) {
            List<Part> kept = room.rows.parts(level, room.temperature, 0, Key.END - 1);
            List<Part> made = new ArrayList<>();
            for (Reading reading : days) {
                Part part = Part.of(reading.at().toEpochMilli(), reading.value().asNumber());
                boolean begins = made.isEmpty() || level.start(made.getLast().first()) != level.start(part.first());
                made.add(begins ? part : made.removeLast().then(part, 3 * APART.toMillis()));
            }
            assertThat(kept).as(level.toString()).isEqualTo(made);
        }
        assertThat(room.readings(room.temperature)).hasSameSizeAs(days);
    }

    @Test
    void isRecalledOnce() {
        List<Reading> days = temperatures(Duration.ofDays(3));
        assertThat(past().isRecalled(room.temperature)).isFalse();
        assertThat(past().recall(room.temperature, days, BORN, APART, () -> true))
                .isTrue();
        assertThat(past().recall(room.temperature, temperatures(Duration.ofDays(20)), BORN, APART, () -> true))
                .isTrue();

        assertThat(past().isRecalled(room.temperature)).isTrue();
        assertThat(room.readings(room.temperature)).hasSameSizeAs(days);
    }

    @Test
    void whatWasCutOffIsMadeAnewAndTheBorderStays() {
        List<Reading> days = temperatures(Duration.ofDays(60));
        AtomicInteger asked = new AtomicInteger();
        boolean done = past().recall(room.temperature, days, BORN, APART, () -> asked.getAndIncrement() < 2);
        assertThat(done).isFalse();
        assertThat(past().isRecalled(room.temperature)).isFalse();
        room.annals.write(room.ramp(BORN, 360));
        room.restart();

        assertThat(past().recall(room.temperature, days, NOW, APART, () -> true))
                .isTrue();
        Bucket all = room.window(room.temperature, BORN.minus(Duration.ofDays(61)), NOW, 1)
                .getFirst();
        assertThat(all.count()).isEqualTo(days.size() + 360);
    }

    @Test
    void whatIsHeardBeforeWhileAndAfterStandsBesideWhatIsRecalled() {
        room.annals.write(room.ramp(BORN, 100));
        past().recall(room.temperature, temperatures(Duration.ofDays(10)), NOW, APART, () -> {
            room.annals.write(List.of(room.celsius(BORN.plusSeconds(1_000), 20)));
            return true;
        });
        room.annals.write(List.of(room.celsius(BORN.plusSeconds(1_010), 21)));

        Bucket all = room.window(room.temperature, BORN.minus(Duration.ofDays(11)), NOW, 1)
                .getFirst();
        assertThat(all.count()).isEqualTo(temperatures(Duration.ofDays(10)).size() + 102);
        Bucket hour = room.window(
                        room.temperature,
                        Instant.parse("2026-05-11T12:00:00Z"),
                        Instant.parse("2026-05-11T13:00:00Z"),
                        1)
                .getFirst();
        assertThat(hour.count()).isEqualTo(108);
        assertThat(hour.last()).isEqualTo(21);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 24, 7 * 24, 30 * 24, 365 * 24})
    void noWindowHasAHole(long hours) {
        room.annals.write(room.ramp(BORN, 360));
        past().recall(room.temperature, temperatures(Duration.ofDays(400)), BORN, APART, () -> true);

        for (long ago : new long[] {0, 1, 5, 9, 34, 61}) {
            Instant to = NOW.minus(Duration.ofDays(ago)).minus(Duration.ofMinutes(20));
            Instant from = to.minus(Duration.ofHours(hours));
            if (from.isAfter(BORN.minus(Duration.ofDays(400)))) {
                List<Bucket> buckets = room.window(room.temperature, from, to, 300);
                assertThat(buckets).as("%s to %s", from, to).hasSizeGreaterThan(hours == 24 ? 20 : 1);
                assertThat(buckets).as("%s to %s", from, to).noneMatch(Bucket::isGap);
                assertThat(buckets.stream().mapToLong(Bucket::count).sum()).isPositive();
                double mean =
                        buckets.stream().mapToDouble(Bucket::mean).average().orElse(Double.NaN);
                assertThat(mean).isBetween(0.0, 50.0);
            }
        }
    }

    @Test
    void aWindowOverTheBorderShowsBothSidesAndNothingTwice() {
        room.annals.write(room.ramp(BORN, 360));
        past().recall(room.temperature, temperatures(Duration.ofDays(60)), BORN, APART, () -> true);

        List<Bucket> buckets = room.window(room.temperature, BORN.minusSeconds(7_200), NOW, 90);
        assertThat(buckets).noneMatch(Bucket::isGap);
        assertThat(buckets.stream().mapToLong(Bucket::count).sum()).isEqualTo(24 + 360);
        Instant summed = BORN.minus(Duration.ofDays(42));
        List<Bucket> older = room.window(room.temperature, summed, summed.plus(Duration.ofDays(4)), 400);
        assertThat(older).noneMatch(Bucket::isGap);
        assertThat(older.stream().mapToLong(Bucket::count).sum()).isCloseTo(4 * 288, within(13L));
    }

    @Test
    void aRelayHoldsWhatItWasForMonths() {
        Instant longAgo = BORN.minus(Duration.ofDays(300));
        List<Reading> readings = List.of(room.relay(longAgo, false), room.relay(longAgo.plusSeconds(9_000), true));
        past().recall(room.relay, readings, BORN, APART, () -> true);

        Bucket day = room.window(room.relay, BORN.minus(Duration.ofDays(90)), BORN.minus(Duration.ofDays(89)), 1)
                .getFirst();
        assertThat(day.mean()).isEqualTo(1);
        assertThat(day.coverage()).isEqualTo(1);
    }

    private List<Reading> temperatures(Duration length) {
        List<Reading> readings = new ArrayList<>();
        for (Instant at = BORN.minus(length); at.isBefore(BORN); at = at.plus(APART)) {
            readings.add(room.celsius(at, 20 + readings.size() % 7));
        }
        return readings;
    }

    private Recall past() {
        return new Recall(
                room.annals,
                room.rows,
                new TransactionTemplate(new JdbcTransactionManager(room.database)),
                room.buildings,
                Room.USUAL,
                room.clock);
    }
}
