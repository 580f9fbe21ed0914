package org.bmac.history;

import java.io.BufferedReader;
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
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.bmac.MovableClock;
import org.bmac.Postgres;
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
 * The store alone, as the program has it on its disk: readings a second with their summaries in commits as in real use, what a
 * reading takes on the disk when it is packed, how long 800 buckets take, and, in H2, how soon it is open again after a kill
 * under load. Arguments: millions of readings a year to ask (5,50), points (500), "postgres" for a PostgreSQL in place of H2.
 */
public final class HistoryBench {
    private static final Instant END = Instant.parse("2026-05-12T00:00:00Z");
    private static final Duration YEAR = Duration.ofDays(365);
    private static final int WRITTEN = 3_000_000;
    private static final int BUCKETS = 800;
    private static final int WARM = 100;
    private static final int ROUNDS = 300;
    private static final String INTO = "into";
    private static final String UNDER_WAY = "under way";

    private final List<PointId> points = new ArrayList<>();
    private final MovableClock clock = new MovableClock(END);
    private final TransactionTemplate transactions;
    private final JdbcTemplate sql;
    private final Rows rows;
    private final History history;
    private final Packer packer;
    private final Place place;

    /** Where the database lies. */
    private interface Place extends AutoCloseable {
        DataSource database();

        long size();

        @Override
        void close();
    }

    private HistoryBench(Place place, int count) {
        this.place = place;
        DataSource database = place.database();
        Buildings buildings = TestBuildings.over(database, _ -> {});
        buildings.current().points().forEach(point -> points.add(point.id()));
        buildings.changeTogether(() -> {
            for (int i = points.size(); i < count; i++) {
                Node node = buildings.addNode("node-" + i, "node-" + i, Dialect.BMAC5, 0);
                points.add(buildings
                        .ensurePoint(node.id(), Kind.TEMPERATURE, 0, false, Duration.ofHours(1))
                        .id());
            }
        });
        sql = new JdbcTemplate(database);
        rows = new Rows(sql);
        transactions = new TransactionTemplate(new JdbcTransactionManager(database));
        HistorySettings settings =
                new HistorySettings(Duration.ofDays(4_000), Duration.ofDays(4_000), Map.of(), Map.of());
        Annals annals = new Annals(rows, new ReceiptRows(sql), transactions, buildings);
        packer = new Packer(annals, rows, buildings, clock);
        history = new History(
                annals,
                new Windows(rows, settings, clock),
                rows,
                buildings,
                TestRights.ofRoles(buildings),
                settings,
                clock,
                50_000);
    }

    /** Measures. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        List<String> words = List.of(arguments);
        if (words.contains(INTO)) {
            new HistoryBench(new InFolder(Path.of(words.get(1))), Integer.parseInt(words.get(2))).untilKilled();
            return;
        }
        boolean postgres = words.contains("postgres");
        List<String> numbers =
                words.stream().filter(word -> !word.equals("postgres")).toList();
        String millions = numbers.isEmpty() ? "5,50" : numbers.getFirst();
        int points = numbers.size() > 1 ? Integer.parseInt(numbers.get(1)) : 500;
        say("%s", postgres ? "PostgreSQL" : "H2");
        try (Place place = postgres ? new InPostgres() : new InFolder()) {
            new HistoryBench(place, points).writing();
        }
        for (String some : millions.equals("0") ? new String[0] : millions.split(",")) {
            try (Place place = postgres ? new InPostgres() : new InFolder()) {
                new HistoryBench(place, points).asking(Integer.parseInt(some) * 1_000_000);
                if (place instanceof InFolder folder) {
                    afterKill(folder, points);
                }
            }
        }
    }

    /** All points in turn, every ten seconds, as they come from a building; the waiting for room is part of it. */
    private void writing() {
        int each = WRITTEN / points.size();
        Random random = new Random(1);
        Instant begin = END.minusSeconds(10L * each);
        history.open();
        long began = System.nanoTime();
        double effort = effort();
        for (int i = 0; i < each; i++) {
            if (i == each / 3) {
                began = System.nanoTime();
                effort = effort();
            }
            for (PointId point : points) {
                history.awaitRoom();
                Value value = new Value.Quantity(20 + random.nextInt(500) / 100.0, Unit.CELSIUS);
                history.on(new Reading(point, value, Quality.GOOD, begin.plusSeconds(10L * i)));
            }
        }
        CompletableFuture<Void> safe = new CompletableFuture<>();
        history.whenSafe(null, () -> safe.complete(null));
        safe.join();
        double seconds = seconds(began);
        int written = (each - each / 3) * points.size();
        say(
                "%,d readings of %d points, one each 10 s, in %.1f s = %,.0f a second, each with four summaries;"
                        + " %.1f s of processor time",
                written, points.size(), seconds, written / seconds, effort() - effort);
        history.close();
        say("%.1f bytes a reading on the disk", (double) place.size() / each / points.size());
        clock.set(END.plus(Duration.ofDays(3)));
        began = System.nanoTime();
        effort = effort();
        long packed = 0;
        int quiet = 0;
        while (quiet < 20) {
            int some = packer.step();
            packed += some;
            quiet = some == 0 ? quiet + 1 : 0;
        }
        say("%,d rows packed in %.1f s; %.1f s of processor time", packed, seconds(began), effort() - effort);
        say("%.1f bytes a reading on the disk, packed", (double) place.size() / each / points.size());
        compact(each);
    }

    /** As in the background, some steps a second. */
    private void compact(int each) {
        Compaction compaction = new Compaction(place.database());
        long began = System.nanoTime();
        double longest = 0;
        for (int i = 0; i < 600 && seconds(began) < 150; i++) {
            long step = System.nanoTime();
            compaction.step();
            longest = Math.max(longest, seconds(step));
            LockSupport.parkNanos(250_000_000);
            sql.update("update node set modules = 0 where id = 1");
        }
        say(
                "%.1f bytes a reading on the disk, after %.0f s of compaction; the longest step %.0f ms",
                (double) place.size() / each / points.size(), seconds(began), 1000 * longest);
    }

    private void asking(int count) {
        int each = count / points.size();
        long step = YEAR.toMillis() / each;
        long began = System.nanoTime();
        for (PointId point : points) {
            transactions.executeWithoutResult(_ -> fill(point, each, step));
        }
        say(
                "%,d readings of %d points, one each %d s for a year, packed at once in %.0f s",
                each * points.size(), points.size(), step / 1000, seconds(began));
        say("%.1f bytes a reading on the disk, summaries included", (double) place.size() / each / points.size());
        ask("1 h", Duration.ofHours(1));
        ask("24 h", Duration.ofDays(1));
        ask("30 d", Duration.ofDays(30));
        ask("1 y", YEAR);
    }

    /** As it is when all but the last day is packed. */
    private void fill(PointId point, int each, long step) {
        Random random = new Random(point.number());
        List<Rows.Raw> all = new ArrayList<>(each);
        long begin = END.toEpochMilli() - step * each;
        for (int i = 0; i < each; i++) {
            double celsius = 20 + random.nextInt(500) / 100.0;
            all.add(new Rows.Raw(Key.of(point, begin + step * i + point.number()), celsius, Quality.GOOD));
        }
        store(Level.RAW, all, new PackedReadings(), rows::insert);
        List<Rows.Sum> finer =
                all.stream().map(raw -> new Rows.Sum(raw.key(), raw.part())).toList();
        for (Level level : Level.SUMMARIES) {
            List<Rows.Sum> sums = new ArrayList<>();
            for (Rows.Sum sum : finer) {
                long key = Key.of(point, level.start(Key.at(sum.key())));
                Rows.Sum last = sums.isEmpty() ? null : sums.getLast();
                if (last != null && last.key() == key) {
                    sums.set(sums.size() - 1, new Rows.Sum(key, last.part().then(sum.part(), 10_800_000)));
                } else {
                    sums.add(new Rows.Sum(key, sum.part()));
                }
            }
            store(level, sums, new PackedSums(), loose -> rows.insert(level, loose));
            finer = sums;
        }
    }

    private <R extends Row> void store(Level level, List<R> all, Packing<R> packing, Consumer<List<R>> loose) {
        if (!Level.PACKED.contains(level)) {
            loose.accept(all);
            return;
        }
        long settled = level.period(END.minus(Packer.SETTLED).toEpochMilli());
        Chunks<R> chunks = new Chunks<>(sql, level, packing);
        for (int i = 0, end; i < all.size(); i = end) {
            long next = level.nextPeriod(Key.at(all.get(i).key()));
            end = i + 1;
            while (end < all.size() && Key.at(all.get(end).key()) < next) {
                end++;
            }
            List<R> period = all.subList(i, end);
            if (next <= settled) {
                chunks.pack(period);
            } else {
                loose.accept(period);
            }
        }
    }

    private void ask(String name, Duration span) {
        Random random = new Random(2);
        double[] millis = new double[ROUNDS];
        for (int i = -WARM; i < ROUNDS; i++) {
            PointId point = points.get(random.nextInt(points.size()));
            long began = System.nanoTime();
            history.window(Room.VIEWER, point, END.minus(span), END, BUCKETS);
            if (i >= 0) {
                millis[i] = 1000 * seconds(began);
            }
        }
        Arrays.sort(millis);
        say(
                "%d buckets of %s: median %.1f ms, p99 %.1f ms",
                BUCKETS, name, millis[ROUNDS / 2], millis[ROUNDS * 99 / 100]);
    }

    /** Another program writes into the folder and is killed in the middle of it; then the folder is opened again. */
    private static void afterKill(InFolder folder, int points) throws IOException, InterruptedException {
        folder.letGo();
        Process writer = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElse("java"),
                        "-cp",
                        System.getProperty("java.class.path"),
                        HistoryBench.class.getName(),
                        INTO,
                        folder.folder.toString(),
                        Integer.toString(points))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (BufferedReader said = writer.inputReader()) {
            while (!UNDER_WAY.equals(said.readLine())) {
                if (!writer.isAlive()) {
                    throw new IllegalStateException("the writer ended by itself");
                }
            }
        } finally {
            writer.destroyForcibly().waitFor();
        }
        long began = System.nanoTime();
        InFolder again = new InFolder(folder.folder);
        double opened = seconds(began);
        HistoryBench bench = new HistoryBench(again, points);
        bench.history.open();
        bench.history.window(Room.VIEWER, bench.points.getFirst(), END.minus(YEAR), END, BUCKETS);
        say("after a kill: open in %.2f s, a first year drawn after %.2f s", opened, seconds(began));
        bench.history.close();
        again.letGo();
    }

    /** A reading of each point every ten seconds, as fast as they are kept, for ever. */
    private void untilKilled() {
        history.open();
        for (int i = 0; i < Integer.MAX_VALUE; i++) {
            for (PointId point : points) {
                history.awaitRoom();
                Value value = new Value.Quantity(20 + i % 500 / 100.0, Unit.CELSIUS);
                history.on(new Reading(point, value, Quality.GOOD, END.plusSeconds(10L * i)));
            }
            if (i == 1_000) {
                System.out.println(UNDER_WAY);
            }
        }
    }

    /** Seconds of processor time that this process has taken. */
    private static double effort() {
        return ProcessHandle.current()
                        .info()
                        .totalCpuDuration()
                        .orElse(Duration.ZERO)
                        .toNanos()
                / 1e9;
    }

    private static double seconds(long began) {
        return (System.nanoTime() - began) / 1e9;
    }

    private static void say(String words, Object... numbers) {
        System.out.printf(Locale.ROOT, "history: " + words + "%n", numbers);
    }

    /** In a folder, as the program has it. */
    private static final class InFolder implements Place {
        private final Path folder;
        private final DataSource database;

        InFolder() {
            this(empty());
        }

        InFolder(Path folder) {
            this.folder = folder;
            database = JdbcConnectionPool.create("jdbc:h2:file:" + folder + "/bmac;WRITE_DELAY=0", "sa", "");
            Flyway.configure().dataSource(database).load().migrate();
        }

        @Override
        public DataSource database() {
            return database;
        }

        @Override
        public long size() {
            return folder.resolve("bmac.mv.db").toFile().length();
        }

        private static Path empty() {
            try {
                return Files.createTempDirectory("bmac-history");
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        void letGo() {
            TestBuildings.close(database);
        }

        @Override
        public void close() {
            letGo();
            try (Stream<Path> files = Files.walk(folder)) {
                files.sorted(Comparator.reverseOrder())
                        .forEach(file -> file.toFile().delete());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** In a PostgreSQL that writes as in earnest. */
    private static final class InPostgres implements Place {
        private final Postgres postgres = new Postgres(true);
        private final DataSource database;

        InPostgres() {
            postgres.start();
            database = postgres.database();
        }

        @Override
        public DataSource database() {
            return database;
        }

        @Override
        public long size() {
            Long size = new JdbcTemplate(database)
                    .queryForObject("select pg_database_size(current_database())", Long.class);
            return size == null ? 0 : size;
        }

        @Override
        public void close() {
            postgres.close();
        }
    }
}
