package org.bmac.history;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import org.bmac.point.PointId;
import org.bmac.point.Quality;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** The SQL of the history. Moments are in milliseconds since 1970; ranges hold their beginning and not their end. */
@Component
class Rows {
    private static final int AT_ONCE = 1_000;
    private static final String NOT_BAD = " and quality < 4 and number is not null";
    private static final String READING = "k, number, quality";
    private static final String SUMMARY =
            "k, readings, lowest, highest, total, first_at, last_at, last_number, area, covered";

    /** How a bad quality is written; the largest. */
    static final int BAD = 4;

    private final JdbcTemplate sql;
    private final Layer<Raw> raw;
    private final Map<Level, Layer<Sum>> sums = new EnumMap<>(Level.class);

    /** One reading. */
    record Raw(long key, double number, Quality quality) implements Row {
        /** Whether it counts in summaries. */
        boolean counts() {
            return quality != Quality.BAD && Double.isFinite(number);
        }

        Part part() {
            return Part.of(Key.at(key), number);
        }

        /** The same at another moment. */
        Raw at(long moment) {
            return new Raw(Key.of(Key.point(key), moment), number, quality);
        }

        boolean says(Raw other) {
            return quality == other.quality && Double.compare(number, other.number) == 0;
        }
    }

    /** A summary, with the key of its stretch. */
    record Sum(long key, Part part) implements Row {}

    Rows(JdbcTemplate sql) {
        this.sql = sql;
        raw = new Layer<>(sql, Level.RAW, READING, Rows::raw, new PackedReadings());
        for (Level level : Level.SUMMARIES) {
            sums.put(level, new Layer<>(sql, level, SUMMARY, Rows::sum, new PackedSums()));
        }
    }

    private Layer<Sum> sums(Level level) {
        return Objects.requireNonNull(sums.get(level));
    }

    private Layer<? extends Row> layer(Level level) {
        return level == Level.RAW ? raw : sums(level);
    }

    void insert(Collection<Raw> rows) {
        sql.batchUpdate(
                "insert into history_reading (number, quality, k) values (?, ?, ?)",
                rows,
                AT_ONCE,
                (statement, row) -> {
                    if (Double.isNaN(row.number)) {
                        statement.setNull(1, Types.DOUBLE);
                    } else {
                        statement.setDouble(1, row.number);
                    }
                    statement.setInt(2, code(row.quality));
                    statement.setLong(3, row.key);
                });
    }

    Optional<Raw> find(long key) {
        return raw.find(key);
    }

    /** Readings in order, the bad ones too. */
    List<Raw> raw(PointId point, long from, long to, int most) {
        return raw.range(Key.of(point, from), Key.of(point, to), most);
    }

    /** The last that the point said, however bad. */
    Optional<Raw> latest(PointId point) {
        return raw.last(Key.of(point, 0), Key.of(point, Key.END - 1), 1, "", _ -> true).stream()
                .findFirst();
    }

    /** The last readings before a moment that are not bad, the newest first. */
    List<Part> before(PointId point, long from, long to, int most) {
        return raw.last(Key.of(point, from), Key.of(point, to), most, NOT_BAD, Raw::counts).stream()
                .map(Raw::part)
                .toList();
    }

    /**
     * The same, without looking at all that was bad since: a point that has been broken for months said nothing else, which a
     * summary knows at once.
     */
    List<Part> recent(PointId point, long from, long to, int most) {
        return before(Level.MINUTE, point, to)
                .map(last -> before(point, from, Math.min(to, last.last() + 1), most))
                .orElse(List.of());
    }

    /** The last summary of a stretch that begins before a moment. */
    Optional<Part> before(Level level, PointId point, long to) {
        return before(level, point, 0, to, 1).stream().findFirst();
    }

    /** The last summaries of stretches that begin in a range, the newest first. */
    List<Part> before(Level level, PointId point, long from, long to, int most) {
        return sums(level).last(Key.of(point, from), Key.of(point, to), most, "", _ -> true).stream()
                .map(Sum::part)
                .toList();
    }

    /** What is kept in this range at this level, in order, without what is bad. */
    List<Part> parts(Level level, PointId point, long from, long to) {
        if (from >= to) {
            return List.of();
        }
        long begin = Key.of(point, from);
        long end = Key.of(point, to);
        return level == Level.RAW
                ? raw.range(begin, end).stream()
                        .filter(Raw::counts)
                        .map(Raw::part)
                        .toList()
                : sums(level).range(begin, end).stream().map(Sum::part).toList();
    }

    @Nullable
    Part part(Level level, long key) {
        return sums(level).find(key).map(Sum::part).orElse(null);
    }

    /** Whether a summary lies under this key that is not packed, and so can be updated. */
    boolean isLoose(Level level, long key) {
        return sums(level).loose(key).isPresent();
    }

    void insert(Level level, Collection<Sum> rows) {
        sql.batchUpdate(
                "insert into " + level.table()
                        + " (readings, lowest, highest, total, first_at, last_at, last_number, area, covered, k)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                rows,
                AT_ONCE,
                Rows::set);
    }

    /** Changes those that are not packed. */
    void update(Level level, Collection<Sum> rows) {
        sql.batchUpdate(updateOf(level), rows, AT_ONCE, Rows::set);
    }

    /** Replaces one, or adds it; in place of a packed one it counts from now on. */
    void put(Level level, Sum row) {
        if (sql.update(updateOf(level), statement -> set(statement, row)) == 0) {
            insert(level, List.of(row));
        }
    }

    /** Where the oldest of a point begins. */
    OptionalLong oldest(Level level, PointId point) {
        OptionalLong first = layer(level).first(Key.of(point, 0), Key.of(point, Key.END - 1));
        return first.isPresent() ? OptionalLong.of(Key.at(first.getAsLong())) : first;
    }

    /** What is packed stays. */
    void delete(Level level, PointId point, long from, long to) {
        layer(level).deleteLoose(Key.of(point, from), Key.of(point, to));
    }

    /** The moment of the oldest from a moment to another that is not packed. */
    OptionalLong oldestLoose(Level level, PointId point, long from, long to) {
        OptionalLong first = layer(level).firstLoose(Key.of(point, from), Key.of(point, to));
        return first.isPresent() ? OptionalLong.of(Key.at(first.getAsLong())) : first;
    }

    /**
     * Packs rows of one period from a moment on, so many as one chunk may hold, in a transaction of the caller's.
     *
     * @return how many; 0 when there are none
     * @throws DamagedChunk when what they have to be packed with cannot be read, which is told once
     * @throws org.springframework.dao.ConcurrencyFailureException when somebody changes the same rows at the same time
     */
    int pack(Level level, PointId point, long from) {
        return layer(level).pack(Key.of(point, from));
    }

    /** How many chunks were found that cannot be read. */
    int damaged() {
        return Level.PACKED.stream().mapToInt(level -> layer(level).damaged()).sum();
    }

    /** What of a point was recalled, or nothing. */
    Recalled recalled(PointId point) {
        return sql
                .query(
                        "select until_at, apart, done from history_recalled where point = ?",
                        (row, _) -> new Recalled(row.getLong(1), row.getLong(2), row.getBoolean(3)),
                        point.number())
                .stream()
                .findFirst()
                .orElse(Recalled.NOTHING);
    }

    /** Remembers it, in place of what was remembered. */
    void recalled(PointId point, Recalled now) {
        int changed = sql.update("update history_recalled set done = ? where point = ?", now.done(), point.number());
        if (changed == 0) {
            sql.update(
                    "insert into history_recalled (point, until_at, apart, done) values (?, ?, ?, ?)",
                    point.number(),
                    now.until(),
                    now.apart(),
                    now.done());
        }
    }

    /**
     * Deletes some of the oldest of a point.
     *
     * @param end nothing from here on, which is where a day begins
     * @param span of the oldest on, no more than this
     * @return how many
     */
    int deleteOldest(Level level, PointId point, long end, long span) {
        Layer<?> layer = layer(level);
        OptionalLong oldest = layer.first(Key.of(point, 0), Key.of(point, end));
        if (oldest.isEmpty()) {
            return 0;
        }
        long from = oldest.getAsLong();
        return layer.delete(from, Math.min(Key.of(point, end), from + span));
    }

    private static String updateOf(Level level) {
        return "update " + level.table()
                + " set readings = ?, lowest = ?, highest = ?, total = ?, first_at = ?, last_at = ?, last_number = ?,"
                + " area = ?, covered = ? where k = ?";
    }

    private static void set(PreparedStatement statement, Sum row) throws SQLException {
        Part part = row.part();
        long start = Key.at(row.key());
        statement.setInt(1, part.count());
        statement.setDouble(2, part.min());
        statement.setDouble(3, part.max());
        statement.setDouble(4, part.sum());
        statement.setInt(5, (int) (part.first() - start));
        statement.setInt(6, (int) (part.last() - start));
        statement.setDouble(7, part.value());
        statement.setDouble(8, part.area());
        statement.setInt(9, (int) part.covered());
        statement.setLong(10, row.key());
    }

    private static Sum sum(ResultSet row, int index) throws SQLException {
        long key = row.getLong(1);
        long start = Key.at(key);
        return new Sum(
                key,
                new Part(
                        row.getInt(2),
                        row.getDouble(3),
                        row.getDouble(4),
                        row.getDouble(5),
                        start + row.getInt(6),
                        start + row.getInt(7),
                        row.getDouble(8),
                        row.getDouble(9),
                        row.getInt(10)));
    }

    static int code(Quality quality) {
        return switch (quality) {
            case GOOD -> 0;
            case UNCERTAIN -> 1;
            case BAD, STALE, OFFLINE, NEVER_SEEN -> BAD;
        };
    }

    static Quality quality(int code) {
        return switch (code) {
            case 0 -> Quality.GOOD;
            case 1 -> Quality.UNCERTAIN;
            default -> Quality.BAD;
        };
    }

    private static Raw raw(ResultSet row, int index) throws SQLException {
        double number = row.getDouble(2);
        double honest = row.wasNull() ? Double.NaN : number;
        return new Raw(row.getLong(1), honest, quality(row.getInt(3)));
    }
}
