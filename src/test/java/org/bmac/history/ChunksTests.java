package org.bmac.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.bmac.point.PointId;
import org.bmac.point.Quality;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is read while it is packed anew. */
class ChunksTests {
    private static final Instant NOON = Instant.parse("2026-05-11T12:00:00Z");
    private static final int DAYS = 20;

    private final Room room = new Room();
    private final Chunks<Rows.Raw> writer = new Chunks<>(room.sql, Level.RAW, new PackedReadings());

    @AfterEach
    void close() {
        room.close();
    }

    @Test
    void aChunkThatIsCutInTwoMeanwhileIsReadOnce() {
        for (int day = 0; day < DAYS; day++) {
            writer.pack(full(day));
        }
        Chunks<Rows.Raw> reader = new Chunks<>(room.sql, Level.RAW, cutting());

        List<Rows.Raw> read = reader.range(key(0, 0), key(DAYS, 0), Integer.MAX_VALUE);

        assertThat(room.sql.queryForObject("select count(*) from history_reading_chunk", Integer.class))
                .isEqualTo(2 * DAYS);
        assertThat(read).hasSize(DAYS * Chunks.MOST);
        assertThat(read.stream().map(Rows.Raw::key)).isSorted().doesNotHaveDuplicates();
    }

    /** As soon as something is read it cuts all chunks in two, by a reading that came late. */
    private Packing<Rows.Raw> cutting() {
        PackedReadings plain = new PackedReadings();
        List<Boolean> done = new ArrayList<>();
        return new Packing<>() {
            @Override
            public byte[] pack(List<Rows.Raw> rows) {
                return plain.pack(rows);
            }

            @Override
            public List<Rows.Raw> unpack(long first, byte[] packed) {
                for (int day = 0; day < DAYS && done.size() < DAYS; day++) {
                    done.add(true);
                    writer.pack(List.of(new Rows.Raw(key(day, 1), 7, Quality.GOOD)));
                }
                List<Rows.Raw> rows = plain.unpack(first, packed);
                return rows.stream().filter(row -> row.number() != 7).toList();
            }
        };
    }

    private static List<Rows.Raw> full(int day) {
        List<Rows.Raw> rows = new ArrayList<>();
        for (int i = 0; i < Chunks.MOST; i++) {
            rows.add(new Rows.Raw(key(day, 1_000L * i), 20, Quality.GOOD));
        }
        return rows;
    }

    private static long key(int day, long after) {
        return Key.of(new PointId(9), NOON.plus(Duration.ofDays(day)).toEpochMilli() + after);
    }
}
