package org.bmac.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.bmac.point.PointId;
import org.bmac.point.Quality;
import org.bmac.point.Reading;
import org.bmac.point.Value;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PackerTests {
    private static final Instant NOON = Instant.parse("2026-05-11T12:00:00Z");
    private static final Instant NOW = NOON.plus(Duration.ofDays(50));

    private final Room packed = new Room();
    private final Room plain = new Room();

    @BeforeEach
    void itIsSevenWeeksLater() {
        packed.clock.set(NOW);
        plain.clock.set(NOW);
    }

    @AfterEach
    void close() {
        packed.close();
        plain.close();
    }

    @Test
    void whatIsPackedIsReadAsBefore() {
        write(mixed(3));
        packed.pack();

        assertThat(loose(Level.RAW)).isZero();
        assertThat(chunks(Level.RAW)).isGreaterThan(10);
        assertThat(chunks(Level.HOUR)).isPositive();
        theSameIsRead();
    }

    @Test
    void theLastHoursStayLoose() {
        write(packed.ramp(NOW.minus(Duration.ofHours(30)), 30 * 360));
        packed.pack();

        Instant midnight = NOW.truncatedTo(ChronoUnit.DAYS);
        assertThat(packed.rows.oldestLoose(Level.RAW, packed.temperature, 0, Key.END - 1))
                .hasValue(midnight.toEpochMilli());
        theSameIsRead();
    }

    @Test
    void aFreshDayIsLeftAloneForSomeHours() {
        Instant midnight = NOW.truncatedTo(ChronoUnit.DAYS);
        packed.clock.set(midnight.plus(Packer.SETTLED).minusMillis(1));
        packed.annals.write(packed.ramp(midnight.minusSeconds(1000), 100));

        assertThat(packed.packer.step()).isZero();
        packed.clock.set(midnight.plus(Packer.SETTLED));
        assertThat(packed.packer.step()).isPositive();
    }

    @Test
    void whatComesLateJoinsWhatIsPacked() {
        List<Reading> all = new ArrayList<>(mixed(4));
        Collections.shuffle(all, new Random(4));
        for (int i = 0; i < all.size(); i += 1_500) {
            write(all.subList(i, Math.min(all.size(), i + 1_500)));
            packed.pack();
        }

        assertThat(loose(Level.RAW)).isZero();
        assertThat(loose(Level.MINUTE)).isZero();
        theSameIsRead();
    }

    @Test
    void whatIsPackedIsKnownWhenItComesAgain() {
        List<Reading> all = mixed(5);
        write(all);
        packed.pack();
        write(all.subList(100, 400));

        assertThat(loose(Level.RAW)).isZero();
        theSameIsRead();
    }

    @Test
    void aSummaryGrowsOnAfterItWasPacked() {
        write(packed.ramp(NOON, 10));
        packed.pack();
        packed.restart();
        write(packed.ramp(NOON.plusSeconds(110), 10));
        theSameIsRead();
        packed.pack();

        assertThat(loose(Level.HOUR)).isZero();
        theSameIsRead();
    }

    @Test
    void aDenseDayBecomesSeveralChunks() {
        List<Reading> dense = new ArrayList<>();
        for (int i = 0; i < 3 * Chunks.MOST; i++) {
            dense.add(packed.celsius(NOON.plusMillis(250L * i), i % 50));
        }
        write(dense);
        packed.pack();
        assertThat(chunks(Level.RAW)).isEqualTo(3);
        write(List.of(packed.celsius(NOON.plusMillis(250L * Chunks.MOST + 7), 49.5)));
        packed.pack();

        assertThat(packed.sql.queryForObject("select max(readings) from history_reading_chunk", Integer.class))
                .isLessThanOrEqualTo(Chunks.MOST);
        theSameIsRead();
    }

    @Test
    void whatIsDamagedIsLeftOutAndNothingElseSuffers() {
        packed.annals.write(packed.ramp(NOON.minus(Duration.ofDays(1)), 100));
        packed.annals.write(packed.ramp(NOON, 100));
        packed.annals.write(packed.ramp(NOON.plus(Duration.ofDays(1)), 100));
        packed.pack();
        Long key = packed.sql.queryForObject(
                "select max(k) from history_reading_chunk where k < ?",
                Long.class,
                Key.of(packed.temperature, NOON.plusSeconds(3600).toEpochMilli()));
        packed.sql.update("update history_reading_chunk set data = ? where k = ?", new byte[] {1, 2, 3}, key);

        assertThat(packed.readings(packed.temperature)).hasSize(200);
        assertThat(packed.rows.damaged()).isOne();
        packed.keep(packed.celsius(NOON.plusSeconds(5), 30));
        packed.keep(packed.celsius(NOON.plus(Duration.ofDays(1)).plusSeconds(5), 30));
        packed.pack();
        assertThat(packed.readings(packed.temperature)).hasSize(202);
        assertThat(loose(Level.RAW)).isOne();
        assertThat(packed.rows.damaged()).isOne();
        assertThat(packed.window(packed.temperature, NOON, NOON.plusSeconds(3600), 60)
                        .getFirst()
                        .count())
                .isPositive();
    }

    @Test
    void whatIsTooOldIsThinnedOutOfChunks() {
        write(packed.ramp(NOON, 3 * 8640));
        packed.pack();
        for (Room room : List.of(packed, plain)) {
            room.clock.set(NOON.plus(Duration.ofDays(92)));
            for (int i = 0; i < 20; i++) {
                room.thinning.step();
            }
        }

        assertThat(packed.rows.oldest(Level.RAW, packed.temperature))
                .hasValue(NOON.plus(Duration.ofHours(36)).toEpochMilli());
        theSameIsRead();
    }

    @Test
    void aPastThatIsBeingWrittenIsNotPacked() {
        packed.annals.write(packed.ramp(NOON, 100));
        packed.rows.recalled(packed.temperature, new Recalled(NOON.toEpochMilli(), 1, false));
        assertThat(packed.packer.step()).isZero();

        packed.rows.recalled(packed.temperature, new Recalled(NOON.toEpochMilli(), 1, true));
        assertThat(packed.packer.step()).isPositive();
    }

    private void write(List<Reading> readings) {
        packed.annals.write(readings);
        plain.annals.write(readings);
    }

    /** Five days with a gap, with bad ones and doubled moments. */
    private List<Reading> mixed(int seed) {
        Random random = new Random(seed);
        List<Reading> all = new ArrayList<>(packed.ramp(NOON, 2 * 8640));
        all.addAll(packed.ramp(NOON.plus(Duration.ofDays(4)), 8640));
        for (int i = 0; i < 300; i++) {
            Instant at = NOON.plusMillis(random.nextLong(Duration.ofDays(9).toMillis()));
            all.add(packed.relay(at, random.nextBoolean()));
            all.add(new Reading(packed.temperature, new Value.Unreadable("noise"), Quality.BAD, at));
        }
        all.sort(Comparator.comparing(Reading::at));
        return all;
    }

    private void theSameIsRead() {
        for (PointId point : List.of(packed.temperature, packed.relay)) {
            assertThat(packed.rows.latest(point)).isEqualTo(plain.rows.latest(point));
            assertThat(packed.readings(point)).isEqualTo(plain.readings(point));
            for (Level level : Level.values()) {
                assertThat(packed.rows.oldest(level, point)).isEqualTo(plain.rows.oldest(level, point));
                assertThat(packed.rows.parts(level, point, 0, NOW.toEpochMilli()))
                        .isEqualTo(plain.rows.parts(level, point, 0, NOW.toEpochMilli()));
            }
            Random random = new Random(9);
            for (int i = 0; i < 50; i++) {
                long from = NOON.toEpochMilli()
                        + random.nextLong(Duration.ofDays(12).toMillis());
                long to = from + 1 + random.nextLong(Duration.ofDays(8).toMillis());
                int most = 1 + random.nextInt(3_000);
                assertThat(packed.rows.raw(point, from, to, most)).isEqualTo(plain.rows.raw(point, from, to, most));
                assertThat(packed.rows.before(point, from, to, 1 + most % 50))
                        .isEqualTo(plain.rows.before(point, from, to, 1 + most % 50));
                assertThat(packed.window(point, Instant.ofEpochMilli(from), Instant.ofEpochMilli(to), 800))
                        .isEqualTo(plain.window(point, Instant.ofEpochMilli(from), Instant.ofEpochMilli(to), 800));
                for (Level level : Level.SUMMARIES) {
                    Optional<Part> before = plain.rows.before(level, point, to);
                    assertThat(packed.rows.before(level, point, to)).isEqualTo(before);
                }
            }
        }
    }

    private int loose(Level level) {
        return count(level.table());
    }

    private int chunks(Level level) {
        return count(level.chunks());
    }

    private int count(String table) {
        Integer count = packed.sql.queryForObject("select count(*) from " + table, Integer.class);
        return count == null ? 0 : count;
    }
}
