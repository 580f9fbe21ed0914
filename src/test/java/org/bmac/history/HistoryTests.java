package org.bmac.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.bmac.point.Kind;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class HistoryTests {
    private static final int FEW = 20;

    private final Room room = new Room(Room.USUAL, FEW);
    private final Instant now = room.clock.instant();

    @AfterEach
    void close() {
        room.close();
    }

    @Test
    void whatIsSafeIsInTheDatabase() {
        room.hear(room.celsius(now, 21));
        CompletableFuture<Integer> kept = new CompletableFuture<>();
        room.history.whenSafe(
                null, () -> kept.complete(room.readings(room.temperature).size()));

        assertThat(kept.orTimeout(10, TimeUnit.SECONDS).join()).isEqualTo(1);
    }

    @Test
    void aWindowOfAcknowledgementsIsNotKeptWaiting() {
        AtomicInteger safe = new AtomicInteger();
        long began = System.nanoTime();
        for (int round = 0; round < 20; round++) {
            int before = safe.get();
            for (int i = 0; i < 10; i++) {
                room.history.whenSafe(null, safe::incrementAndGet);
            }
            await().pollInterval(Duration.ofMillis(1)).until(() -> safe.get() == before + 10);
        }

        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(4));
    }

    @Test
    void whileTheDatabaseIsAwayTheIntakeWaitsAndThenNothingIsMissing() {
        room.sql.execute("alter table history_reading rename to lost");
        AtomicBoolean acknowledged = new AtomicBoolean();
        AtomicInteger heard = new AtomicInteger();
        Thread intake = Thread.ofPlatform().start(() -> {
            for (int i = 0; i < 10 * FEW; i++) {
                room.history.awaitRoom();
                room.hear(room.celsius(now.minusSeconds(1000 - i), i % 50));
                heard.incrementAndGet();
            }
            room.history.whenSafe(null, () -> acknowledged.set(true));
        });
        await().until(() -> intake.getState() == Thread.State.WAITING);
        int before = heard.get();

        assertThat(before).isLessThanOrEqualTo(3 * FEW);
        assertThat(acknowledged).isFalse();
        room.sql.execute("alter table lost rename to history_reading");
        await().untilTrue(acknowledged);
        assertThat(room.readings(room.temperature)).hasSize(10 * FEW);
    }

    @Test
    void aRestartKeepsAllAndGoesOnWhereItWas() {
        for (int i = 0; i < 10; i++) {
            room.hear(room.celsius(now.minusSeconds(100 - i), i));
        }
        room.restart();
        room.hear(room.celsius(now, 40));
        room.restart();

        assertThat(room.readings(room.temperature)).hasSize(11);
        assertThat(room.window(room.temperature, now.minusSeconds(3600), now.plusSeconds(3600), 1))
                .singleElement()
                .satisfies(bucket -> {
                    assertThat(bucket.count()).isEqualTo(11);
                    assertThat(bucket.max()).isEqualTo(40);
                });
    }

    @Test
    void aNodeWhoseClockIsAheadIsNowAndOneFromLongAgoIsNotKept() {
        room.hear(room.celsius(now.plusSeconds(3600), 21));
        room.hear(room.celsius(now.minus(Duration.ofDays(400)), 22));
        room.hear(room.celsius(Instant.ofEpochMilli(-5), 23));
        room.restart();

        assertThat(room.readings(room.temperature)).extracting(Sample::at).containsExactly(now);
    }

    @Test
    void oldReadingsAreThinnedOutAndTheirHoursStay() {
        Instant old = now.minus(Duration.ofDays(92));
        room.annals.write(room.ramp(old, 100));
        room.annals.write(room.ramp(now.minusSeconds(1000), 100));
        for (int i = 0; i < 5; i++) {
            room.thinning.step();
        }

        assertThat(room.readings(room.temperature)).hasSize(100);
        List<Bucket> then = room.window(room.temperature, old, old.plusSeconds(3600), 60);
        assertThat(then.stream().mapToLong(Bucket::count).sum()).isEqualTo(100);
        assertThat(then).hasSize(60);
    }

    @Test
    void minutesAreThinnedOutAfterTheirTime() {
        HistorySettings short1 = new HistorySettings(
                Duration.ofDays(1), Duration.ofDays(2), Map.of(Kind.RELAY, Duration.ofDays(2)), Map.of());
        try (Room quick = new Room(short1, FEW)) {
            Instant old = now.minus(Duration.ofDays(4));
            quick.annals.write(quick.ramp(old, 100));
            quick.keep(quick.relay(now.minus(Duration.ofHours(40)), true));
            quick.keep(quick.relay(now, true));
            quick.thinning.step();
            quick.thinning.step();

            assertThat(quick.rows.parts(Level.MINUTE, quick.temperature, 0, now.toEpochMilli()))
                    .isEmpty();
            assertThat(quick.readings(quick.relay)).hasSize(2);
            assertThat(quick.window(quick.temperature, old, old.plusSeconds(3600), 60))
                    .hasSize(4)
                    .extracting(Bucket::count)
                    .containsExactly(90L, 10L, 0L, 0L);
        }
    }

    @Test
    void aSwitchIsKnownAfterItsReadingIsThinnedOut() {
        room.keep(room.relay(now.minus(Duration.ofDays(200)), true));
        room.thinning.step();

        assertThat(room.readings(room.relay)).isEmpty();
        assertThat(room.window(room.relay, now.minusSeconds(60), now, 1))
                .singleElement()
                .satisfies(bucket -> assertThat(bucket.mean()).isEqualTo(1));
    }

    @Test
    void settingsThatCannotBeAreRefusedWithASentence() {
        assertThatThrownBy(() -> new HistorySettings(Duration.ofHours(1), Duration.ofDays(2), Map.of(), Map.of()))
                .hasMessage("bmac.history.raw is PT1H; allowed is 1d or more.");
        assertThatThrownBy(() -> new HistorySettings(Duration.ofDays(9), Duration.ofDays(2), Map.of(), Map.of()))
                .hasMessageContaining("bmac.history.minute is 2 days");
    }
}
