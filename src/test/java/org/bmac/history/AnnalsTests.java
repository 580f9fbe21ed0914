package org.bmac.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.bmac.point.Reading;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AnnalsTests {
    private static final Instant NOON = Instant.parse("2026-05-11T12:00:00Z");

    private final Room room = new Room();
    private final Room other = new Room();

    @AfterEach
    void close() {
        room.close();
        other.close();
    }

    @Test
    void inWhateverOrderReadingsComeTheSummariesAreTheSame() {
        List<Reading> all = new ArrayList<>(room.ramp(NOON.minus(Duration.ofHours(30)), 2_000));
        for (int i = 0; i < 100; i++) {
            all.add(room.relay(NOON.minusSeconds(977L * i), i % 3 == 0));
        }
        all.sort(Comparator.comparing(Reading::at));
        room.annals.write(all);
        Collections.shuffle(all, new Random(3));
        for (int i = 0; i < all.size(); i += 300) {
            other.annals.write(all.subList(i, Math.min(all.size(), i + 300)));
        }

        for (Level level : Level.values()) {
            assertThat(content(other, level)).as(level.table()).isEqualTo(content(room, level));
        }
        assertThat(content(room, Level.DAY)).isNotEmpty();
    }

    @Test
    void aLateReadingIsInEverySummary() {
        room.annals.write(room.ramp(NOON, 30));
        room.keep(room.celsius(NOON.plusSeconds(5), 80));

        for (Level level : Level.SUMMARIES) {
            Part part = room.rows.part(level, Key.of(room.temperature, level.start(NOON.toEpochMilli())));
            assertThat(part).as(level.name()).isNotNull().satisfies(sum -> assertThat(sum.max())
                    .isEqualTo(80));
        }
        room.keep(room.celsius(NOON.plusSeconds(300), 1));
        assertThat(room.readings(room.temperature)).hasSize(32);
    }

    @Test
    void theSameReadingAgainIsKeptOnce() {
        room.keep(room.celsius(NOON, 20), room.celsius(NOON.plusSeconds(10), 21));
        room.keep(room.celsius(NOON, 20), room.celsius(NOON.plusSeconds(10), 21));

        assertThat(room.readings(room.temperature)).extracting(Sample::number).containsExactly(20.0, 21.0);
    }

    @Test
    void differentReadingsOfOneMillisecondAreAllKept() {
        room.keep(room.celsius(NOON, 20), room.celsius(NOON, 21), room.celsius(NOON, 22));

        assertThat(room.readings(room.temperature)).extracting(Sample::number).containsExactly(20.0, 21.0, 22.0);
        assertThat(room.rows.part(Level.DAY, Key.of(room.temperature, Level.DAY.start(NOON.toEpochMilli()))))
                .isNotNull()
                .satisfies(day -> assertThat(day.count()).isEqualTo(3));
    }

    @Test
    void whatFailsHalfWayLeavesNothingAndIsWrittenWholeLater() {
        room.keep(room.celsius(NOON, 20));
        room.sql.execute("alter table history_day rename to lost");
        boolean failed = false;
        try {
            room.keep(room.celsius(NOON.plusSeconds(10), 21));
        } catch (RuntimeException _) {
            failed = true;
        }
        room.sql.execute("alter table lost rename to history_day");

        assertThat(failed).isTrue();
        assertThat(room.readings(room.temperature)).hasSize(1);
        room.keep(room.celsius(NOON.plusSeconds(10), 21));
        assertThat(room.rows.part(Level.HOUR, Key.of(room.temperature, NOON.toEpochMilli())))
                .isNotNull()
                .satisfies(hour -> assertThat(hour.count()).isEqualTo(2));
    }

    private static List<Map<String, @Nullable Object>> content(Room room, Level level) {
        return room.sql.queryForList("select * from " + level.table() + " order by k");
    }
}
