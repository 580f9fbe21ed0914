package org.bmac.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.bmac.access.Actor;
import org.bmac.point.Kind;
import org.bmac.point.PointId;
import org.bmac.point.Quality;
import org.bmac.point.Reading;
import org.bmac.point.Value;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class WindowTests {
    private static final Instant NOON = Instant.parse("2026-05-11T12:00:00Z");

    private final Room room = new Room();

    @BeforeEach
    void itIsTheNextDay() {
        room.clock.set(NOON.plus(Duration.ofDays(1)));
    }

    @AfterEach
    void close() {
        room.close();
    }

    @Test
    void bucketsCountAndSumUpWhatIsInThem() {
        room.annals.write(room.ramp(NOON, 360));

        List<Bucket> hour = room.window(room.temperature, NOON, NOON.plusSeconds(3600), 60);

        assertThat(hour).hasSize(60).allSatisfy(bucket -> {
            assertThat(bucket.count()).isEqualTo(6);
            assertThat(bucket.coverage()).isEqualTo(1, within(1e-9));
        });
        Bucket first = hour.getFirst();
        assertThat(first.min()).isZero();
        assertThat(first.max()).isEqualTo(5);
        assertThat(first.mean()).isEqualTo(2.5);
        assertThat(first.last()).isEqualTo(5);
        assertThat(first.from()).isEqualTo(NOON);
        assertThat(first.to()).isEqualTo(NOON.plusSeconds(60));
    }

    @Test
    void anyWindowSaysTheSameAsTheReadingsInIt() {
        List<Reading> all = room.ramp(NOON.minus(Duration.ofDays(3)), 3 * 8640);
        room.annals.write(all);
        Random random = new Random(7);
        for (int i = 0; i < 60; i++) {
            Instant from = NOON.minusMillis(random.nextLong(Duration.ofDays(3).toMillis()));
            Instant to = from.plusMillis(1 + random.nextLong(Duration.ofDays(2).toMillis()));
            List<Bucket> buckets = room.window(room.temperature, from, to, 1 + random.nextInt(900));

            assertThat(buckets.getFirst().from()).isEqualTo(from);
            assertThat(buckets.getLast().to()).isEqualTo(to.truncatedTo(ChronoUnit.MILLIS));
            for (Bucket bucket : buckets) {
                List<Double> own = all.stream()
                        .filter(reading -> !reading.at().isBefore(bucket.from())
                                && reading.at().isBefore(bucket.to()))
                        .map(reading -> reading.value().asNumber())
                        .toList();
                assertThat(bucket.count()).isEqualTo(own.size());
                if (!own.isEmpty()) {
                    assertThat(bucket.min()).isEqualTo(Collections.min(own));
                    assertThat(bucket.max()).isEqualTo(Collections.max(own));
                    assertThat(bucket.last()).isEqualTo(own.getLast());
                }
            }
        }
    }

    @Test
    void thereAreNeverMoreBucketsThanAskedForAndTheyFollowEachOther() {
        for (int most : new int[] {1, 2, 7, 100, 800}) {
            for (long seconds : new long[] {1, 59, 3_601, 86_399, 40_000_000}) {
                List<Bucket> buckets =
                        room.window(room.temperature, NOON.minusSeconds(seconds).plusMillis(13), NOON, most);
                assertThat(buckets).hasSizeBetween(1, most);
                for (int i = 1; i < buckets.size(); i++) {
                    assertThat(buckets.get(i).from())
                            .isEqualTo(buckets.get(i - 1).to());
                }
            }
        }
    }

    @Test
    void aSilenceOfThreeIntervalsIsAGap() {
        room.annals.write(room.ramp(NOON, 6));
        room.annals.write(room.ramp(NOON.plusSeconds(600), 6));

        List<Bucket> buckets = room.window(room.temperature, NOON, NOON.plusSeconds(660), 66);

        assertThat(buckets).hasSize(66);
        assertThat(buckets.subList(0, 8)).noneMatch(Bucket::isGap);
        assertThat(buckets.subList(8, 60)).allMatch(Bucket::isGap);
        assertThat(buckets.get(9).mean()).isNaN();
        assertThat(buckets.get(7).count()).isZero();
        assertThat(buckets.get(7).last()).isEqualTo(5);
        assertThat(buckets.get(60).isGap()).isFalse();
    }

    @Test
    void nothingIsKnownOfTheFuture() {
        room.keep(room.relay(NOON, true));
        room.clock.set(NOON.plusSeconds(1800));

        List<Bucket> buckets = room.window(room.relay, NOON, NOON.plusSeconds(7200), 4);

        assertThat(buckets).extracting(Bucket::coverage).containsExactly(1.0, 0.0, 0.0, 0.0);
    }

    @Test
    void aRelayIsWeightedByTime() {
        room.keep(room.relay(NOON, false));
        room.keep(room.relay(NOON.plusSeconds(900), true));
        room.keep(room.relay(NOON.plusSeconds(1800), false));

        Bucket hour = room.window(room.relay, NOON, NOON.plusSeconds(3600), 1).getFirst();

        assertThat(hour.mean()).isEqualTo(0.25, within(1e-9));
        assertThat(hour.coverage()).isEqualTo(1);
        assertThat(hour.count()).isEqualTo(3);
    }

    @Test
    void aRelayThatSaysNothingStaysAsItWas() {
        room.keep(room.relay(NOON.minus(Duration.ofDays(40)), true));
        room.keep(room.relay(NOON.plusSeconds(1800), false));

        List<Bucket> hours = room.window(room.relay, NOON.minusSeconds(3600), NOON.plusSeconds(7200), 3);

        assertThat(hours).extracting(Bucket::mean).containsExactly(1.0, 0.5, 0.0);
        assertThat(hours).extracting(Bucket::count).containsExactly(0L, 1L, 0L);
        assertThat(hours.get(1).min()).isZero();
        assertThat(hours.get(1).max()).isOne();
    }

    @Test
    void aRelaysShareOverDaysIsTheSameFromAnySummary() {
        Instant start = NOON.minus(Duration.ofDays(10));
        for (int i = 0; i < 20; i++) {
            room.keep(room.relay(start.plus(Duration.ofHours(12L * i)), i % 2 == 0));
        }

        List<Bucket> days = room.window(room.relay, start, NOON, 10);
        Bucket whole = room.window(room.relay, start, NOON, 1).getFirst();

        assertThat(whole.mean()).isEqualTo(0.5, within(1e-9));
        assertThat(days.stream()
                        .mapToDouble(day -> day.mean()
                                * Duration.between(day.from(), day.to()).toMillis())
                        .sum())
                .isEqualTo(0.5 * Duration.ofDays(10).toMillis(), within(1.0));
    }

    @Test
    void whatIsBadOrCannotBeTrueIsKeptAndDoesNotCount() {
        room.keep(
                room.celsius(NOON, 20),
                new Reading(room.temperature, new Value.Unreadable("garbled"), Quality.BAD, NOON.plusSeconds(10)),
                new Reading(
                        room.temperature,
                        new Value.Quantity(500, Kind.TEMPERATURE.unit()),
                        Quality.GOOD,
                        NOON.plusSeconds(20)));

        assertThat(room.window(room.temperature, NOON, NOON.plusSeconds(60), 1))
                .singleElement()
                .satisfies(bucket -> {
                    assertThat(bucket.count()).isEqualTo(1);
                    assertThat(bucket.max()).isEqualTo(20);
                });
        assertThat(room.readings(room.temperature))
                .extracting(Sample::quality)
                .containsExactly(Quality.GOOD, Quality.BAD, Quality.BAD);
        assertThat(room.readings(room.temperature).get(1).number()).isNaN();
    }

    @Test
    void aDayIsADayOfUtcAlsoWhenClocksAreChanged() {
        Instant change = Instant.parse("2026-03-28T00:00:00Z");
        room.annals.write(room.ramp(change, 3 * 8640));

        List<Bucket> days = room.window(room.temperature, change, change.plus(Duration.ofDays(3)), 3);

        assertThat(days).extracting(Bucket::count).containsExactly(8640L, 8640L, 8640L);
    }

    @Test
    void readingsComeInPages() {
        room.annals.write(room.ramp(NOON, 25));
        Instant end = NOON.plusSeconds(3600);

        List<Sample> first = room.history.readings(Room.VIEWER, room.temperature, NOON, end, 20);
        List<Sample> second = room.history.readings(
                Room.VIEWER, room.temperature, first.getLast().at().plusMillis(1), end, 20);

        assertThat(first).hasSize(20);
        assertThat(second).extracting(Sample::number).containsExactly(20.0, 21.0, 22.0, 23.0, 24.0);
    }

    @Test
    void nonsenseIsRefusedWithASentence() {
        assertThatThrownBy(() -> room.window(room.temperature, NOON, NOON, 10)).hasMessageContaining("not before to");
        assertThatThrownBy(() -> room.window(room.temperature, NOON, NOON.plusSeconds(1), 0))
                .hasMessage("buckets is 0; allowed is 1 to 5000.");
        assertThatThrownBy(() -> room.window(room.temperature, Instant.MIN, NOON, 10))
                .hasMessageContaining("1970-01-01");
    }

    @Test
    void whatIsOutOfSightIsNotThere() {
        room.annals.write(room.ramp(NOON, 5));

        assertThat(room.window(new PointId(4711), NOON, NOON.plusSeconds(60), 5))
                .isEmpty();
        assertThat(room.history.window(
                        new Actor.Automation("schedule"), room.temperature, NOON, NOON.plusSeconds(60), 5))
                .isNotEmpty();
    }
}
