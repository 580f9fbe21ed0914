package org.bmac.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.bmac.Visitor;
import org.bmac.bench.Program;
import org.bmac.broker.Mosquitto;
import org.bmac.broker.NodeConnection;
import org.bmac.broker.Outgoing;
import org.bmac.broker.Properties5;
import org.bmac.building.TestBuildings;
import org.bmac.point.Bytes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The whole program as a process of its own, killed while readings come in through a real broker that keeps what was not
 * acknowledged. Each reading has a number of its own, so that a single missing one shows.
 */
class HistoryKillIT {
    private static final JsonMapper JSON = new JsonMapper();
    private static final int ROUNDS = 10;
    private static final int EACH_ROUND = 1_000;
    private static final int PLACES = 10;

    /** Hundredths of a degree from −39 on. */
    private static final int MOST_EACH_PLACE = 10_000;

    @RegisterExtension
    static final Mosquitto MOSQUITTO = new Mosquitto("allow_anonymous true", "log_type all");

    @TempDir
    private Path folder;

    /** What the broker has said that it has. */
    private final Set<Integer> taken = ConcurrentHashMap.newKeySet();

    @Test
    void killedUnderLoadTenTimesEveryReadingIsThereOnce(TestReporter reporter) throws IOException {
        List<Long> opened = new ArrayList<>();
        Path data = folder.resolve("data");
        AtomicInteger published = new AtomicInteger();
        start(data).close();
        for (int round = 0; round < ROUNDS; round++) {
            int enough =
                    published.get() + EACH_ROUND + ThreadLocalRandom.current().nextInt(EACH_ROUND);
            AtomicBoolean over = new AtomicBoolean();
            try (Program program = start(data)) {
                CompletableFuture<Void> load = CompletableFuture.runAsync(() -> publishUntil(over, published));
                await().atMost(Duration.ofSeconds(30)).until(() -> published.get() >= enough);
                program.kill();
                over.set(true);
                load.join();
            }
            opened.add(opens(data, round));
        }
        try (Program last = start(data)) {
            publishTheEnd();
            Visitor admin = new Visitor(last.port).named("admin", Program.PASSWORD);
            await().atMost(Duration.ofSeconds(30)).until(() -> isKept(admin));
        }

        reporter.publishEntry("opened again after, in ms", opened.toString());
        Map<String, Integer> kept = kept(data);
        List<Integer> missing = taken.stream()
                .filter(number -> !kept.containsKey(name(number)))
                .sorted()
                .toList();
        List<String> doubled = kept.entrySet().stream()
                .filter(name -> name.getValue() > 1)
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
        assertThat(taken).hasSizeGreaterThan(ROUNDS * EACH_ROUND / 2);
        assertThat(missing).as("missing of %d", taken.size()).isEmpty();
        assertThat(doubled).as("doubled of %d", taken.size()).isEmpty();
    }

    /** How long it takes to open the database as the kill has left it, in milliseconds; on a copy, as it changes by that. */
    private long opens(Path data, int round) throws IOException {
        Path copy = Files.createDirectory(folder.resolve("killed-" + round));
        Files.copy(data.resolve("bmac.mv.db"), copy.resolve("bmac.mv.db"));
        long began = System.nanoTime();
        DataSource database = TestBuildings.databaseAt(copy);
        new JdbcTemplate(database).queryForList("select max(k) from history_reading");
        long took = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began);
        TestBuildings.close(database);
        return took;
    }

    private void publishUntil(AtomicBoolean over, AtomicInteger published) {
        Semaphore window = new Semaphore(200);
        try (NodeConnection node = connect()) {
            while (!over.get() && published.get() < PLACES * MOST_EACH_PLACE) {
                window.acquireUninterruptibly();
                int number = published.getAndIncrement();
                CompletableFuture<Void> _ = node.publish(reading(number)).whenComplete((_, failure) -> {
                    if (failure == null) {
                        taken.add(number);
                    }
                    window.release();
                });
            }
            window.acquireUninterruptibly(200);
        }
    }

    /** Whether the last reading of all is in the history, and with it all that were taken in before. */
    private static boolean isKept(Visitor admin) {
        for (JsonNode point : JSON.readTree(admin.get("/api/v1/points").body())) {
            String path = "/api/v1/points/" + point.get("id").intValue() + "/readings?buckets=1";
            if (JSON.readTree(admin.get(path).body())
                            .get("buckets")
                            .get(0)
                            .get("max")
                            .asDouble(0)
                    == 80) {
                return true;
            }
        }
        return false;
    }

    /** Comes behind all others, as the broker keeps their order. */
    private static void publishTheEnd() {
        try (NodeConnection node = connect()) {
            node.publish(temperature("place-0;80.00")).join();
        }
    }

    private static NodeConnection connect() {
        NodeConnection.Options options = new NodeConnection.Options(
                MOSQUITTO.uri(), "load", true, true, Duration.ofSeconds(30), null, Duration.ZERO);
        NodeConnection node = NodeConnection.open(options, _ -> {}, Clock.systemUTC());
        await().until(node::connected);
        return node;
    }

    private static Outgoing reading(int number) {
        return temperature(String.format(Locale.ROOT, "place-%d;%.2f", number % PLACES, celsius(number)));
    }

    private static Outgoing temperature(String text) {
        return new Outgoing("nsa/temperature", Bytes.of(text), 1, false, Properties5.NONE);
    }

    private static double celsius(int number) {
        return (number / PLACES - 3900) / 100.0;
    }

    private static Program start(Path data) {
        List<String> how = new ArrayList<>(Program.compiled());
        how.add("--bmac.broker.urls=" + MOSQUITTO.uri());
        return Program.start(how, data, false);
    }

    private static String name(int number) {
        return "place-" + number % PLACES + " " + Math.round(100 * celsius(number));
    }

    /** Each reading that is there, and how often. */
    private static Map<String, Integer> kept(Path data) {
        DataSource database = TestBuildings.databaseAt(data);
        try {
            Map<String, Integer> kept = new HashMap<>();
            new JdbcTemplate(database)
                    .query(
                            "select n.location, r.number from history_reading r join point p on p.id = r.k / 4398046511104"
                                    + " join node n on n.id = p.node_id",
                            row -> {
                                kept.merge(
                                        row.getString(1) + " " + Math.round(100 * row.getDouble(2)), 1, Integer::sum);
                            });
            return kept;
        } finally {
            TestBuildings.close(database);
        }
    }
}
