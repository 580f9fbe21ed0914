package org.bmac.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.StreamSupport;
import org.bmac.broker.Mosquitto;
import org.bmac.point.PointId;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Readings at QoS 1 through everything for a long time: broker, decoding, live values, history with its summaries, and the
 * receipt after the commit. Every half minute it asks the store how much it has of a few points, which tells how far it
 * is behind what was sent; at the end it counts all.
 *
 * <p>Arguments: {@code rate=15000 seconds=600 warm=30 broker=embedded}; {@code broker=mosquitto} takes an outside one.
 */
final class KeepRate {
    private static final PrintStream OUT = System.out;
    private static final JsonMapper JSON = new JsonMapper();
    private static final int OTHERS = TwoHundredPoints.COUNT - 1;
    private static final int SAMPLED = 5;
    private static final int PIPES = 4;
    private static final Duration STEP = Duration.ofSeconds(30);
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Program program;
    private final TwoHundredPoints building;
    private final HttpClient http = HttpClient.newHttpClient();
    private final Instant began = Instant.now();
    private final List<Pipe> pipes = new ArrayList<>();
    private volatile long sent;

    private KeepRate(Program program, TwoHundredPoints building) {
        this.program = program;
        this.building = building;
    }

    public static void main(String[] arguments) throws IOException, InterruptedException {
        Asked asked = Asked.of(arguments);
        int rate = asked.number("rate", 15_000);
        int seconds = asked.number("seconds", 600);
        int warm = asked.number("warm", 30);
        Path data = Program.emptyFolder();
        TwoHundredPoints building = TwoHundredPoints.writtenTo(data);
        if (asked.word("broker", "embedded").equals("embedded")) {
            try (Program program = Program.start(data, false)) {
                new KeepRate(program, building).measure(program.broker(), rate, seconds, warm);
            }
            return;
        }
        try (Mosquitto mosquitto = new Mosquitto("allow_anonymous true", "max_queued_messages 0")) {
            mosquitto.start();
            try (Program program =
                    Program.start(Program.LAUNCHED, data, false, "--bmac.broker.urls=" + mosquitto.uri())) {
                new KeepRate(program, building).measure(mosquitto.uri(), rate, seconds, warm);
            }
        }
    }

    private void measure(URI broker, int rate, int seconds, int warm) throws InterruptedException {
        for (int i = 0; i < PIPES; i++) {
            pipes.add(Pipe.to(broker, "bench-" + i));
        }
        try {
            send(rate / 4, warm);
            Effort before = Effort.now(program);
            long start = System.nanoTime();
            long already = sent;
            Thread watcher = Thread.ofVirtual().start(this::watch);
            send(rate, seconds);
            double took = (System.nanoTime() - start) / 1e9;
            Effort effort = Effort.now(program).since(before);
            watcher.interrupt();
            watcher.join();
            OUT.printf(
                    Locale.ROOT, "sent %,d in %.1f s: %,.0f a second%n", sent - already, took, (sent - already) / took);
            OUT.println("        " + effort.inWords() + ", server " + program.residentMegabytes() + " MiB");
            count();
        } finally {
            pipes.forEach(Pipe::close);
        }
    }

    /** Sends at this rate, as far as the broker takes it. */
    private void send(int rate, int seconds) throws InterruptedException {
        long start = System.nanoTime();
        long until = start + TimeUnit.SECONDS.toNanos(seconds);
        long first = sent;
        for (long now = start; now < until; now = System.nanoTime()) {
            for (long due = (long) ((now - start) / 1e9 * rate); sent - first < due && System.nanoTime() < until; ) {
                long number = sent;
                pipes.get((int) (number % PIPES)).publish(building.background((int) (number % OTHERS), number, 1));
                sent = number + 1;
            }
            pipes.forEach(Pipe::flush);
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(2));
        }
    }

    private long taken() {
        return pipes.stream().mapToLong(Pipe::taken).sum();
    }

    /** Says now and then how far the store is behind, and what the program occupies. */
    private void watch() {
        long start = System.nanoTime();
        try {
            LockSupport.parkNanos(STEP.toNanos());
            while (!Thread.currentThread().isInterrupted()) {
                long before = sent / OTHERS * SAMPLED;
                long kept = kept(building.others().subList(0, SAMPLED));
                OUT.printf(
                        Locale.ROOT,
                        "%5.0f s: sent %,d, the store is behind by about %,d; %d MiB%n",
                        (System.nanoTime() - start) / 1e9,
                        sent,
                        Math.max(0, before - kept) * OTHERS / SAMPLED,
                        program.residentMegabytes());
                LockSupport.parkNanos(STEP.toNanos());
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    /** How long it takes until all is kept, and whether it is there exactly once. */
    private void count() throws InterruptedException {
        long start = System.nanoTime();
        long kept = kept(building.others());
        while (kept < sent && System.nanoTime() - start < PATIENCE.toNanos()) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(200));
            kept = kept(building.others());
        }
        OUT.printf(
                Locale.ROOT,
                "        the last was kept %.1f s after it was sent, counting included; sent %,d, the broker took %,d, kept %,d:"
                        + " %s%n",
                (System.nanoTime() - start) / 1e9,
                sent,
                taken(),
                kept,
                kept == sent ? "each once" : "NOT each once");
    }

    private long kept(List<PointId> points) throws InterruptedException {
        long kept = 0;
        for (PointId point : points) {
            kept += kept(point);
        }
        return kept;
    }

    private long kept(PointId point) throws InterruptedException {
        byte[] admin = ("admin:" + Program.PASSWORD).getBytes(StandardCharsets.UTF_8);
        String window = "/api/v1/points/%d/readings?buckets=1&from=%s&to=%s"
                .formatted(point.number(), began.minusSeconds(1), Instant.now().plusSeconds(1));
        HttpRequest request = HttpRequest.newBuilder(program.page(window))
                .header("Authorization", "Basic " + Base64.getEncoder().encodeToString(admin))
                .build();
        try {
            String body =
                    http.send(request, HttpResponse.BodyHandlers.ofString()).body();
            JsonNode buckets = JSON.readTree(body).path("buckets");
            return StreamSupport.stream(buckets.spliterator(), false)
                    .mapToLong(bucket -> bucket.path("count").asLong(0))
                    .sum();
        } catch (IOException e) {
            OUT.println("could not ask: " + e.getMessage());
            return 0;
        }
    }
}
