package org.bmac.history;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowMapper;

/**
 * One level of the history as one: loose rows, which are the newer ones and those that came late, and what is packed. Ranges
 * are of keys of one point, and hold their beginning and not their end.
 */
final class Layer<R extends Row> {
    private final JdbcTemplate sql;
    private final Level level;
    private final String select;
    private final RowMapper<R> loose;
    private final @Nullable Chunks<R> chunks;

    Layer(JdbcTemplate sql, Level level, String columns, RowMapper<R> loose, Packing<R> packing) {
        this.sql = sql;
        this.level = level;
        this.select = "select " + columns + " from " + level.table() + " where k >= ? and k < ?";
        this.loose = loose;
        this.chunks = Level.PACKED.contains(level) ? new Chunks<>(sql, level, packing) : null;
    }

    /** In order, no more than so many. */
    List<R> range(long from, long to, int most) {
        List<R> rows = sql.query(select + " order by k fetch first " + most + " rows only", loose, from, to);
        return most(merged(rows, chunks == null ? List.of() : chunks.range(from, to, most)), most);
    }

    /** All in order. */
    List<R> range(long from, long to) {
        List<R> rows = sql.query(select + " order by k", loose, from, to);
        return merged(rows, chunks == null ? List.of() : chunks.range(from, to, Integer.MAX_VALUE));
    }

    /**
     * The last ones that are as wanted, the newest first.
     *
     * @param condition the same in SQL, beginning with "and"
     */
    List<R> last(long from, long to, int most, String condition, Predicate<R> wanted) {
        List<R> rows =
                sql.query(select + condition + " order by k desc fetch first " + most + " rows only", loose, from, to);
        if (chunks == null) {
            return rows;
        }
        long since = rows.size() == most ? rows.getLast().key() : from;
        List<R> packed = chunks.last(since, to, most, wanted);
        return most(merged(rows.reversed(), packed.reversed()).reversed(), most);
    }

    Optional<R> find(long key) {
        Optional<R> row = loose(key);
        return row.isPresent() || chunks == null ? row : chunks.find(key);
    }

    /** The one that is not packed. */
    Optional<R> loose(long key) {
        return sql.query(select, loose, key, key + 1).stream().findFirst();
    }

    /** The first key in a range that begins with a period. */
    OptionalLong first(long from, long to) {
        OptionalLong row = firstLoose(from, to);
        OptionalLong packed = chunks == null ? OptionalLong.empty() : chunks.first(from, to);
        return row.isPresent() && packed.isPresent()
                ? OptionalLong.of(Math.min(row.getAsLong(), packed.getAsLong()))
                : row.isPresent() ? row : packed;
    }

    /** The first key that is not packed. */
    OptionalLong firstLoose(long from, long to) {
        return first(sql, level.table(), from, to);
    }

    /** The first key of a table in a range. */
    static OptionalLong first(JdbcTemplate sql, String table, long from, long to) {
        return sql
                .query(
                        "select k from " + table + " where k >= ? and k < ? order by k fetch first 1 rows only",
                        (row, _) -> row.getLong(1),
                        from,
                        to)
                .stream()
                .mapToLong(Long::longValue)
                .findFirst();
    }

    /** What is packed stays. */
    int deleteLoose(long from, long to) {
        return sql.update("delete from " + level.table() + " where k >= ? and k < ?", from, to);
    }

    /** Both, and of what is packed the chunks that begin in the range. */
    int delete(long from, long to) {
        return deleteLoose(from, to) + (chunks == null ? 0 : chunks.delete(from, to));
    }

    /**
     * Packs some loose rows of one period, from a key on, in a transaction of the caller's.
     *
     * @return how many; 0 when there are none
     * @throws DamagedChunk when what they have to be packed with cannot be read, which is told once
     * @throws ConcurrencyFailureException when somebody changes the same rows at the same time
     */
    int pack(long from) {
        Chunks<R> into = Objects.requireNonNull(chunks);
        long end = Key.of(Key.point(from), level.nextPeriod(Key.at(from)));
        List<R> rows = sql.query(select + " order by k fetch first " + Chunks.MOST + " rows only", loose, from, end);
        if (rows.isEmpty()) {
            return 0;
        }
        int packed = into.pack(rows);
        long last = rows.get(packed - 1).key();
        if (deleteLoose(rows.getFirst().key(), last + 1) != packed) {
            throw new ConcurrencyFailureException(level.table() + " changed while it was packed");
        }
        return packed;
    }

    /** How many chunks were found that cannot be read. */
    int damaged() {
        return chunks == null ? 0 : chunks.damaged();
    }

    /** Two that are in order in one; of two with the same key the newer one. */
    static <R extends Row> List<R> merged(List<R> newer, List<R> older) {
        if (older.isEmpty() || newer.isEmpty()) {
            return older.isEmpty() ? newer : older;
        }
        List<R> merged = new ArrayList<>(newer.size() + older.size());
        int i = 0;
        for (R row : older) {
            while (i < newer.size() && newer.get(i).key() < row.key()) {
                merged.add(newer.get(i++));
            }
            if (i == newer.size() || newer.get(i).key() != row.key()) {
                merged.add(row);
            }
        }
        merged.addAll(newer.subList(i, newer.size()));
        return merged;
    }

    private static <R> List<R> most(List<R> rows, int most) {
        return rows.size() <= most ? rows : rows.subList(0, most);
    }
}
