package org.bmac.history;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * The packed rows of one level. A chunk lies under the key of its first row, holds rows of one point and one period, and ends
 * before the next begins. One that is damaged is as if it were not there; it stays where it is, and is told once.
 */
final class Chunks<R extends Row> {
    /** The most rows of a chunk. */
    static final int MOST = 4_096;

    private static final Logger LOG = LoggerFactory.getLogger(Chunks.class);
    private static final int AT_ONCE = 16;

    private final JdbcTemplate sql;
    private final Level level;
    private final Packing<R> packing;
    private final Set<Long> damaged = ConcurrentHashMap.newKeySet();

    /** One, as it lies there. */
    private static final class Chunk {
        private final long key;
        private final byte[] packed;

        private Chunk(long key, byte[] packed) {
            this.key = key;
            this.packed = packed;
        }

        long key() {
            return key;
        }
    }

    Chunks(JdbcTemplate sql, Level level, Packing<R> packing) {
        this.sql = sql;
        this.level = level;
        this.packing = packing;
    }

    /** How many were found that cannot be read. */
    int damaged() {
        return damaged.size();
    }

    /** Rows from a key to another, in order: so many, or a few more. */
    List<R> range(long from, long to, int most) {
        List<R> rows = new ArrayList<>();
        long next = at(from).map(Chunk::key).orElse(from);
        boolean more = true;
        while (more && rows.size() < most) {
            List<Chunk> some = some(next, to, "", AT_ONCE);
            some.forEach(chunk -> take(chunk, behind(rows, from), to, rows::add));
            more = some.size() == AT_ONCE;
            next = more ? some.getLast().key() + 1 : to;
        }
        return rows;
    }

    /** What was read is not read again where a chunk is cut in two meanwhile. */
    private static long behind(List<? extends Row> read, long from) {
        return read.isEmpty() ? from : read.getLast().key() + 1;
    }

    /** The last rows in a range that are as wanted, the newest first: so many, or fewer. */
    List<R> last(long from, long to, int most, Predicate<R> wanted) {
        List<R> rows = new ArrayList<>();
        long first = periodOf(from);
        List<Chunk> newest = some(first, to, " desc", 1);
        while (!newest.isEmpty() && rows.size() < most) {
            List<R> own = new ArrayList<>();
            take(newest.getFirst(), from, to, own::add);
            own.reversed().stream().filter(wanted).limit(most - rows.size()).forEach(rows::add);
            newest = some(first, newest.getFirst().key(), " desc", 1);
        }
        return rows;
    }

    Optional<R> find(long key) {
        List<R> found = new ArrayList<>();
        at(key).ifPresent(chunk -> take(chunk, key, key + 1, found::add));
        return found.stream().findFirst();
    }

    /** The key of the first row in a range that begins with a period. */
    OptionalLong first(long from, long to) {
        return Layer.first(sql, level.chunks(), from, to);
    }

    /** Deletes those that begin in this range. */
    int delete(long from, long to) {
        return sql.update("delete from " + level.chunks() + " where k >= ? and k < ?", from, to);
    }

    /**
     * Packs rows of one period, in order, together with what is already packed around them; where a key is there already the
     * new row takes its place.
     *
     * @return how many of them, from the first on; the others belong to another chunk
     * @throws DamagedChunk when what is there cannot be read
     */
    int pack(List<R> rows) {
        long first = rows.getFirst().key();
        long end = Key.of(Key.point(first), level.nextPeriod(Key.at(first)));
        Optional<Chunk> before =
                at(first).or(() -> some(first, end, "", 1).stream().findFirst());
        long limit = before.map(Chunk::key)
                .map(key -> first(Math.max(key, first) + 1, end).orElse(end))
                .orElse(end);
        List<R> taken = rows.stream().filter(row -> row.key() < limit).toList();
        before.ifPresentOrElse(chunk -> join(chunk, taken), () -> insert(taken));
        return taken.size();
    }

    private void join(Chunk chunk, List<R> rows) {
        List<R> there = unpack(chunk);
        boolean follows = there.getLast().key() < rows.getFirst().key();
        if (follows && there.size() >= MOST) {
            insert(rows);
        } else {
            delete(chunk.key(), chunk.key() + 1);
            insert(Layer.merged(rows, there));
        }
    }

    private List<R> unpack(Chunk chunk) {
        try {
            return packing.unpack(chunk.key(), chunk.packed);
        } catch (DamagedChunk e) {
            report(chunk.key(), e);
            throw e;
        }
    }

    /** In pieces of like size, none too large. */
    private void insert(List<R> rows) {
        int pieces = Math.ceilDiv(rows.size(), MOST);
        for (int i = 0; i < pieces; i++) {
            List<R> piece = rows.subList(rows.size() * i / pieces, rows.size() * (i + 1) / pieces);
            sql.update(
                    "insert into " + level.chunks() + " (k, readings, data) values (?, ?, ?)",
                    piece.getFirst().key(),
                    piece.size(),
                    packing.pack(piece));
        }
    }

    /** The one that this key would be in. */
    private Optional<Chunk> at(long key) {
        return some(periodOf(key), key + 1, " desc", 1).stream().findFirst();
    }

    private List<Chunk> some(long from, long to, String order, int most) {
        return sql.query(
                "select k, data from " + level.chunks() + " where k >= ? and k < ? order by k" + order + " fetch first "
                        + most + " rows only",
                (row, _) -> new Chunk(row.getLong(1), row.getBytes(2)),
                from,
                to);
    }

    private void take(Chunk chunk, long from, long to, Consumer<R> taker) {
        try {
            unpack(chunk).stream()
                    .filter(row -> row.key() >= from && row.key() < to)
                    .forEach(taker);
        } catch (DamagedChunk e) {
            LOG.debug("Left out", e);
        }
    }

    /** Counts and tells it, once for each. */
    private void report(long key, DamagedChunk why) {
        if (damaged.add(key)) {
            LOG.error(
                    "What is packed in {} of point {} from {} on cannot be read and is left out ({} so far): {}",
                    level.chunks(),
                    Key.point(key).number(),
                    Instant.ofEpochMilli(Key.at(key)),
                    damaged.size(),
                    why.getMessage());
        }
    }

    private long periodOf(long key) {
        return Key.of(Key.point(key), level.period(Key.at(key)));
    }
}
