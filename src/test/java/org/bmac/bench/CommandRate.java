package org.bmac.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.bmac.audit.ChainCheck;
import org.bmac.audit.TestAudit;
import org.bmac.broker.NodeConnection;
import org.bmac.building.TestBuildings;
import org.bmac.simulator.SimulatedNode;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Commands through the whole cycle: asked by HTTP, written down, sent to a simulated node over MQTT, answered, read back,
 * written to the audit, and told to whoever asked. The outputs take turns, so that none has two commands at once. Somebody
 * on the broker counts what moves outputs; afterwards the audit is compared with what was asked.
 *
 * <p>Arguments: {@code rate=200 seconds=60 warm=10 nodes=20 fans=50}; {@code how=classes} starts it from the classes.
 */
final class CommandRate {
    private static final PrintStream OUT = System.out;
    private static final JsonMapper JSON = new JsonMapper();
    private static final Duration LONGEST = Duration.ofSeconds(40);

    /** What came of a request; {@code outcome} is the HTTP status where there is no command. */
    private record Answer(long command, String outcome, double millis, double own, boolean counts) {
        /** One attempt and one outcome: that one, or any where it had not ended when the answer came (202). */
        boolean agreesWith(List<String> rows) {
            return outcome.startsWith("202")
                    ? rows.size() == 2
                            && rows.getFirst().isEmpty()
                            && !rows.getLast().isEmpty()
                    : rows.equals(List.of("", outcome));
        }
    }

    private final Program program;
    private final ManyFans building;
    private final Queue<Answer> answers = new ConcurrentLinkedQueue<>();
    private final Map<String, LongAdder> moved = new ConcurrentHashMap<>();
    private final HttpClient http;

    private CommandRate(Program program, ManyFans building, ExecutorService threads) {
        this.program = program;
        this.building = building;
        this.http = HttpClient.newBuilder().executor(threads).build();
    }

    public static void main(String[] arguments) {
        Asked asked = Asked.of(arguments);
        Path data = Program.emptyFolder();
        ManyFans building = ManyFans.writtenTo(data, asked.number("nodes", 20), asked.number("fans", 50));
        List<String> how = asked.word("how", "").equals("classes") ? Program.compiled() : Program.LAUNCHED;
        CommandRate run;
        try (Program program = Program.start(how, data, false);
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            run = new CommandRate(program, building, threads);
            run.measure(asked.number("rate", 200), asked.number("seconds", 60), asked.number("warm", 10), threads);
        }
        run.compareWithTheAudit(data);
        System.exit(0); // a node that has gone keeps threads for as long as its session may last
    }

    private void measure(int rate, int seconds, int warm, ExecutorService threads) {
        List<SimulatedNode> nodes = building.connect(program.broker());
        try (NodeConnection _ = count()) {
            // A cold program gets a quarter, and then as much as is measured.
            send(Math.max(1, rate / 4), warm, threads, false);
            send(rate, warm, threads, false);
            Effort before = Effort.now(program);
            long began = System.nanoTime();
            int asked = send(rate, seconds, threads, true);
            double took = (System.nanoTime() - began) / 1e9;
            print(asked, took, Effort.now(program).since(before));
            hearTheRest();
        } finally {
            nodes.forEach(SimulatedNode::close);
        }
    }

    /** Somebody on the broker who counts. */
    private NodeConnection count() {
        NodeConnection counter = NodeConnection.open(
                new NodeConnection.Options(
                        program.broker(), "bench-count", true, true, Duration.ofSeconds(60), null, Duration.ZERO),
                message -> moved.computeIfAbsent(
                                message.topic() + " " + message.properties().correlation(), _ -> new LongAdder())
                        .increment(),
                Clock.systemUTC());
        while (!counter.connected()) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(10));
        }
        counter.subscribe("bmac5/+/c/+", 1).join();
        return counter;
    }

    /** The counter may be a little behind. */
    private void hearTheRest() {
        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
        while (moved.size() < answers.size() && System.nanoTime() < until) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
        }
    }

    /** Asks at this rate, and returns when all have been answered. */
    private int send(int rate, int seconds, ExecutorService threads, boolean counts) {
        int before = answers.size();
        int all = rate * seconds;
        long began = System.nanoTime();
        for (int i = 0; i < all; i++) {
            long due = began + (long) (i * 1e9 / rate);
            for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
                LockSupport.parkNanos(left);
            }
            int number = i;
            threads.execute(() -> answers.add(ask(number, counts)));
        }
        while (answers.size() - before < all) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(5));
        }
        return all;
    }

    private Answer ask(int number, boolean counts) {
        int fan = building.fans().get(number % building.fans().size());
        int percent = number / building.fans().size() % 100 + 1;
        long began = System.nanoTime();
        try {
            HttpResponse<String> response = http.send(request(fan, percent), HttpResponse.BodyHandlers.ofString());
            double millis = (System.nanoTime() - began) / 1e6;
            JsonNode said = JSON.readTree(response.body());
            if (response.statusCode() != 200 || said.get("outcome").isNull()) {
                String why = response.statusCode() + " " + said.path("detail").asString("");
                return new Answer(said.path("id").asLong(0), why, millis, Double.NaN, counts);
            }
            double own = said.get("latency").asDouble();
            return new Answer(said.get("id").longValue(), said.get("outcome").stringValue(), millis, own, counts);
        } catch (IOException e) {
            return new Answer(0, "lost: " + e.getMessage(), Double.NaN, Double.NaN, counts);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private HttpRequest request(int fan, int percent) {
        byte[] admin = ("admin:" + Program.PASSWORD).getBytes(StandardCharsets.UTF_8);
        return HttpRequest.newBuilder(program.page("/api/v1/points/" + fan + "/commands?wait=30"))
                .timeout(LONGEST)
                .header("Authorization", "Basic " + Base64.getEncoder().encodeToString(admin))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString("{\"value\":" + percent + "}"))
                .build();
    }

    private void print(int asked, double took, Effort effort) {
        List<Answer> counted = answers.stream().filter(Answer::counts).toList();
        Map<String, Long> outcomes = outcomes(counted);
        OUT.printf(Locale.ROOT, "%d commands in %.1f s (%.0f/s): %s%n", asked, took, asked / took, outcomes);
        OUT.println("        from the request to its answer: "
                + figures(counted.stream().map(Answer::millis).toList()));
        OUT.println("        from the wish to its outcome:   "
                + figures(counted.stream().map(Answer::own).toList()));
        OUT.println("        " + effort.inWords() + ", server " + program.residentMegabytes() + " MiB");
    }

    private static Map<String, Long> outcomes(Collection<Answer> answers) {
        return answers.stream().collect(Collectors.groupingBy(Answer::outcome, TreeMap::new, Collectors.counting()));
    }

    private static String figures(List<Double> millis) {
        return Figures.of(millis.stream().filter(Double::isFinite).toList()).inWords("ms");
    }

    /** Every command that was answered stands there once with one outcome, and nothing else does. */
    private void compareWithTheAudit(Path data) {
        DataSource database = TestBuildings.databaseAt(data);
        TestAudit audit = new TestAudit(database, TestBuildings.over(database, _ -> {}));
        ChainCheck check = audit.check();
        Map<Long, List<String>> rows = audit.outcomes();
        TestBuildings.close(database);
        Set<Long> numbers = new HashSet<>();
        long lost = 0;
        long doubled = 0;
        long differing = 0;
        for (Answer answer : answers) {
            doubled += numbers.add(answer.command()) ? 0 : 1;
            List<String> found = rows.getOrDefault(answer.command(), List.of());
            lost += found.isEmpty() ? 1 : 0;
            differing += answer.agreesWith(found) ? 0 : 1;
        }
        long unasked = rows.keySet().stream()
                .filter(number -> !numbers.contains(number))
                .count();
        OUT.printf(
                Locale.ROOT,
                "        with the warming up: %d asked %s, %d on their way to nodes, %d of them sent again; in the audit %d lost, %d with a"
                        + " number twice, %d without exactly one attempt and that one outcome, %d that nobody asked for;"
                        + " its chain of %d rows is %s%n",
                answers.size(),
                outcomes(answers),
                moved.size(),
                moved.values().stream().filter(count -> count.sum() > 1).count(),
                lost,
                doubled,
                differing,
                unasked,
                check.rows(),
                check.isWhole() ? "whole" : "broken at " + check.broken());
    }
}
