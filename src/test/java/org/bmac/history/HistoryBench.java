package org.bmac.history;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import javax.sql.DataSource;
import org.bmac.MovableClock;
import org.bmac.access.TestRights;
import org.bmac.building.Buildings;
import org.bmac.building.Dialect;
import org.bmac.building.Node;
import org.bmac.building.TestBuildings;
import org.bmac.point.Kind;
import org.bmac.point.PointId;
import org.bmac.point.Quality;
import org.bmac.point.Reading;
import org.bmac.point.Unit;
import org.bmac.point.Value;
import org.flywaydb.core.Flyway;
import org.h2.jdbcx.JdbcConnectionPool;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The store alone, as the program has it on its disk: how many readings a second with their summaries in commits as in real
 * use, and how long 800 buckets take. Arguments: millions of readings (3), points (500).
 */
public final class HistoryBench {
    private static final Instant END = Instant.parse("2026-05-12T00:00:00Z");
    private static final int BUCKETS = 800;
    private static final int WARM = 50;
    private static final int ROUNDS = 300;

    private final List<PointId> points = new ArrayList<>();
    private final MovableClock clock = new MovableClock(END);
    private final JdbcTemplate sql;
    private final History history;

    private HistoryBench(DataSource database, int count) {
        Buildings buildings = TestBuildings.over(database, _ -> {});
        buildings.changeTogether(() -> {
            for (int i = 0; i < count; i++) {
                Node node = buildings.addNode("node-" + i, "node-" + i, Dialect.BMAC5, 0);
                points.add(buildings
                        .ensurePoint(node.id(), Kind.TEMPERATURE, 0, false, Duration.ofSeconds(60))
                        .id());
            }
        });
        sql = new JdbcTemplate(database);
        Rows rows = new Rows(sql);
        HistorySettings settings =
                new HistorySettings(Duration.ofDays(4_000), Duration.ofDays(4_000), Map.of(), Map.of());
        history = new History(
                new Annals(rows, new TransactionTemplate(new JdbcTransactionManager(database)), buildings),
                new Windows(rows, settings, clock),
                rows,
                buildings,
                TestRights.ofRoles(buildings),
                settings,
                clock,
                50_000);
    }

    /** Measures. */
    public static void main(String[] arguments) throws IOException {
        int millions = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 3;
        int points = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 500;
        Path folder = Files.createTempDirectory("bmac-history");
        DataSource database = JdbcConnectionPool.create("jdbc:h2:file:" + folder + "/bmac;WRITE_DELAY=0", "sa", "");
        Flyway.configure().dataSource(database).load().migrate();
        try {
            HistoryBench bench = new HistoryBench(database, points);
            bench.measure(millions * 1_000_000, folder);
        } finally {
            TestBuildings.close(database);
            delete(folder);
        }
    }

    private void measure(int count, Path folder) throws IOException {
        int each = count / points.size();
        long step = Duration.ofDays(365).toMillis() / each;
        history.open();
        write(each, step);
        System.out.printf(
                Locale.ROOT,
                "history: %.0f bytes a reading on the disk, summaries and what H2 has yet to compact included%n",
                (double) Files.size(folder.resolve("bmac.mv.db")) / ((long) each * points.size()));
        read("1 h", Duration.ofHours(1));
        read("24 h", Duration.ofDays(1));
        read("30 d", Duration.ofDays(30));
        read("1 y", Duration.ofDays(365));
        history.close();
    }

    /** All points in turn, as they come from a building; the waiting for room is part of it. */
    private void write(int each, long step) {
        Random random = new Random(1);
        Instant begin = END.minusMillis(step * each);
        long began = System.nanoTime();
        for (int i = 0; i < each; i++) {
            for (PointId point : points) {
                history.awaitRoom();
                Value value = new Value.Quantity(20 + random.nextInt(500) / 100.0, Unit.CELSIUS);
                history.on(new Reading(point, value, Quality.GOOD, begin.plusMillis(step * i + point.number())));
            }
        }
        CompletableFuture<Void> safe = new CompletableFuture<>();
        history.whenSafe(() -> safe.complete(null));
        safe.join();
        double seconds = (System.nanoTime() - began) / 1e9;
        System.out.printf(
                Locale.ROOT,
                "history: %,d readings of %d points in %.1f s = %,.0f a second, each with four summaries%n",
                each * points.size(),
                points.size(),
                seconds,
                each * points.size() / seconds);
    }

    private void read(String name, Duration span) {
        Random random = new Random(2);
        double[] millis = new double[ROUNDS];
        for (int i = -WARM; i < ROUNDS; i++) {
            PointId point = points.get(random.nextInt(points.size()));
            long began = System.nanoTime();
            history.window(Room.VIEWER, point, END.minus(span), END, BUCKETS);
            if (i >= 0) {
                millis[i] = (System.nanoTime() - began) / 1e6;
            }
        }
        Arrays.sort(millis);
        System.out.printf(
                Locale.ROOT,
                "history: %d buckets of %s: median %.1f ms, p99 %.1f ms%n",
                BUCKETS,
                name,
                millis[ROUNDS / 2],
                millis[ROUNDS * 99 / 100]);
    }

    private static void delete(Path folder) {
        try (var files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder())
                    .forEach(file -> file.toFile().delete());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
