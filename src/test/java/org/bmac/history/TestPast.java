package org.bmac.history;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.bmac.building.Buildings;
import org.bmac.building.Point;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The door to the past outside an application context, for the tests of other rooms. */
public final class TestPast {
    private TestPast() {}

    /** A past that nobody else writes to at the same time. */
    public static Recall over(DataSource database, Buildings buildings, Clock clock) {
        Rows rows = new Rows(new JdbcTemplate(database));
        TransactionTemplate transactions = new TransactionTemplate(new JdbcTransactionManager(database));
        return new Recall(new Annals(rows, transactions, buildings), rows, transactions, buildings, Room.USUAL, clock);
    }

    /** Returns when all that the history was told is written. */
    public static void awaitSafe(History history) {
        CompletableFuture<Void> safe = new CompletableFuture<>();
        history.whenSafe(() -> safe.complete(null));
        safe.orTimeout(30, TimeUnit.SECONDS).join();
    }

    /** What was, in so many buckets. */
    public static List<Bucket> window(
            DataSource database, Clock clock, Point point, Instant from, Instant to, int buckets) {
        return new Windows(new Rows(new JdbcTemplate(database)), Room.USUAL, clock)
                .read(List.of(point), from.toEpochMilli(), to.toEpochMilli(), buckets);
    }
}
