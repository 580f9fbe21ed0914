package org.bmac.history;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.bmac.access.TestRights;
import org.bmac.building.Buildings;
import org.bmac.building.Point;
import org.bmac.building.TestBuildings;
import org.bmac.point.Reading;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The door to the past outside an application context, for the tests of other rooms. */
public final class TestPast {
    private TestPast() {}

    /** A past that nobody else writes to at the same time. */
    public static Recall over(DataSource database, Buildings buildings, Clock clock) {
        Rows rows = new Rows(new JdbcTemplate(database));
        return new Recall(
                annals(database, rows, buildings), rows, transactions(database), buildings, Room.USUAL, clock);
    }

    private static TransactionTemplate transactions(DataSource database) {
        return new TransactionTemplate(new JdbcTransactionManager(database));
    }

    private static Annals annals(DataSource database, Rows rows, Buildings buildings) {
        return new Annals(rows, new ReceiptRows(new JdbcTemplate(database)), transactions(database), buildings);
    }

    /** The whole room over a database of its own; to be opened and closed as a bean is. */
    public static History history(Buildings buildings, Clock clock) {
        return history(TestBuildings.database(), buildings, clock);
    }

    /** Returns when all that the history was told is written. */
    public static void awaitSafe(History history) {
        CompletableFuture<Void> safe = new CompletableFuture<>();
        history.whenWritten(() -> safe.complete(null));
        safe.orTimeout(30, TimeUnit.SECONDS).join();
    }

    /** The history over a past that nobody else writes to; it keeps nothing that it hears until it is opened. */
    public static History history(DataSource database, Buildings buildings, Clock clock) {
        Rows rows = new Rows(new JdbcTemplate(database));
        return new History(
                annals(database, rows, buildings),
                new Windows(rows, Room.USUAL, clock),
                rows,
                buildings,
                TestRights.ofRoles(buildings),
                Room.USUAL,
                clock,
                50_000);
    }

    /** The way to add to that past. */
    public static Supplement supplement(DataSource database, Buildings buildings) {
        Rows rows = new Rows(new JdbcTemplate(database));
        return new Supplement(annals(database, rows, buildings), rows, buildings);
    }

    /** Opens a history that was made here. */
    public static void open(History history) {
        history.open();
    }

    /** Writes these at once. */
    public static void keep(DataSource database, Buildings buildings, List<Reading> readings) {
        annals(database, new Rows(new JdbcTemplate(database)), buildings).write(readings);
    }

    /** What was, in so many buckets. */
    public static List<Bucket> window(
            DataSource database, Clock clock, Point point, Instant from, Instant to, int buckets) {
        return new Windows(new Rows(new JdbcTemplate(database)), Room.USUAL, clock)
                .read(List.of(point), from.toEpochMilli(), to.toEpochMilli(), buckets);
    }
}
