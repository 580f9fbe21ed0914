package org.bmac.live;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import org.bmac.point.PointId;
import org.bmac.point.Quality;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** The SQL behind the memory of {@link Live}. */
@Component
class LatestRows {
    private static final Logger log = LoggerFactory.getLogger(LatestRows.class);

    private final JdbcTemplate sql;
    private final TransactionTemplate transactions;

    LatestRows(JdbcTemplate sql, TransactionTemplate transactions) {
        this.sql = sql;
        this.transactions = transactions;
    }

    /** All that can be read; what cannot is logged and left out, never thrown. */
    List<Kept> read() {
        try {
            sql.update("delete from latest where point_id not in (select id from point)");
            return sql.query("select * from latest", LatestRows::kept).stream()
                    .flatMap(Optional::stream)
                    .toList();
        } catch (DataAccessException e) {
            log.warn("The last values from before the restart could not be read: {}", e.getMessage());
            return List.of();
        }
    }

    /** Replaces what was kept of these points, all or nothing. */
    void write(Collection<Kept> all) {
        List<Object[]> rows = all.stream().map(LatestRows::columns).toList();
        transactions.executeWithoutResult(_ -> {
            int[] updated = sql.batchUpdate(
                    "update latest set number = ?, given = ?, reason = ?, measured_at = ?, learned = ? where point_id = ?",
                    rows);
            List<Object[]> missing = IntStream.range(0, updated.length)
                    .filter(i -> updated[i] == 0)
                    .mapToObj(rows::get)
                    .toList();
            sql.batchUpdate(
                    "insert into latest (number, given, reason, measured_at, learned, point_id) values (?, ?, ?, ?, ?, ?)",
                    missing);
        });
    }

    private static Object[] columns(Kept kept) {
        return new Object[] {
            kept.number(),
            kept.given().name(),
            kept.reason(),
            kept.at().toEpochMilli(),
            kept.learned(),
            kept.point().number()
        };
    }

    private static Optional<Kept> kept(ResultSet row, int index) throws SQLException {
        try {
            return Optional.of(new Kept(
                    new PointId(row.getInt("point_id")),
                    row.getObject("number", Double.class),
                    Quality.valueOf(row.getString("given")),
                    Objects.requireNonNull(row.getString("reason")),
                    Instant.ofEpochMilli(row.getLong("measured_at")),
                    row.getObject("learned", Long.class)));
        } catch (RuntimeException | SQLException e) {
            log.warn("The last value of point {} could not be read: {}", row.getString("point_id"), e.getMessage());
            return Optional.empty();
        }
    }
}
