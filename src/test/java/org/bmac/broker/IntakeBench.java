package org.bmac.broker;

import com.sun.management.OperatingSystemMXBean;
import java.io.File;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.bmac.point.Bytes;

/**
 * How many messages a second come in from an outside broker: Mosquitto, publishers in a process of their own, and the
 * broker room of this program with a receiver that only counts.
 *
 * <p>Arguments: messages of QoS 0 (default 1,000,000), messages of QoS 1 (default 400,000), publishers (default 4).
 */
public final class IntakeBench {
    private static final int TOPICS = 500;
    private static final int UNDER_WAY = 2_000;
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private IntakeBench() {}

    /** Measures, or, as the process that it starts itself, publishes. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        if (arguments.length > 0 && arguments[0].equals("publish")) {
            publish(
                    URI.create(arguments[1]),
                    Integer.parseInt(arguments[2]),
                    Integer.parseInt(arguments[3]),
                    Integer.parseInt(arguments[4]));
            return;
        }
        int publishers = argument(arguments, 2, 4);
        measure(0, argument(arguments, 0, 1_000_000), publishers);
        measure(1, argument(arguments, 1, 400_000), publishers);
    }

    private static int argument(String[] arguments, int index, int otherwise) {
        return arguments.length > index ? Integer.parseInt(arguments[index]) : otherwise;
    }

    private static void measure(int qos, int count, int publishers) throws IOException, InterruptedException {
        int each = count / publishers;
        try (Mosquitto mosquitto = new Mosquitto("allow_anonymous true", "max_queued_bytes 0")) {
            mosquitto.start();
            BrokerProperties properties =
                    RealWorld.properties("bench", mosquitto.uri().toString());
            Tally tally = new Tally(each * publishers);
            try (PahoBroker broker =
                    new PahoBroker(properties, CompletableFuture.completedFuture(null), _ -> {}, Clock.systemUTC())) {
                broker.subscribe("bench/#", tally);
                CountDownLatch up = new CountDownLatch(1);
                broker.subscribe("ready", (_, _) -> up.countDown());
                broker.start();
                ready(mosquitto.uri(), up);
                Process publisher = start(mosquitto.uri(), qos, each, publishers);
                long before = cpuNanos();
                tally.await();
                long spent = cpuNanos() - before;
                publisher.destroy();
                tell(qos, tally, broker.traffic(), spent);
            }
        }
    }

    private static void ready(URI uri, CountDownLatch up) throws InterruptedException {
        try (NodeConnection node = NodeConnection.open(RealWorld.node(uri, "ready"), _ -> {}, Clock.systemUTC())) {
            do {
                CompletableFuture<Void> _ = node.publish(Outgoing.plain("ready", Bytes.NONE));
            } while (!up.await(100, TimeUnit.MILLISECONDS));
        }
    }

    private static Process start(URI uri, int qos, int each, int publishers) throws IOException {
        return new ProcessBuilder(
                        System.getProperty("java.home") + File.separator + "bin" + File.separator + "java",
                        "-cp",
                        System.getProperty("java.class.path"),
                        IntakeBench.class.getName(),
                        "publish",
                        uri.toString(),
                        Integer.toString(qos),
                        Integer.toString(each),
                        Integer.toString(publishers))
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    /** What this process has used of the processors; unlike the time it does not depend on what else runs here. */
    private static long cpuNanos() {
        return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime();
    }

    private static void tell(int qos, Tally tally, Traffic traffic, long cpu) {
        System.out.printf(
                Locale.ROOT,
                "intake QoS %d: %,d messages in %.2f s = %,.0f a second; lost %,d, doubled %,d, dropped here %,d;"
                        + " %.1f µs of one core each%n",
                qos,
                tally.received.get(),
                tally.seconds(),
                tally.received.get() / tally.seconds(),
                tally.lost(),
                tally.doubled(),
                traffic.dropped(),
                cpu / 1e3 / tally.received.get());
    }

    private static void publish(URI uri, int qos, int each, int publishers) throws InterruptedException {
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < publishers; i++) {
            int number = i;
            threads.add(Thread.ofPlatform().start(() -> publishAll(uri, qos, number, each)));
        }
        for (Thread thread : threads) {
            thread.join();
        }
    }

    private static void publishAll(URI uri, int qos, int publisher, int each) {
        CountDownLatch connected = new CountDownLatch(1);
        try (NodeConnection node = NodeConnection.open(
                RealWorld.node(uri, "publisher" + publisher), _ -> {}, connected::countDown, Clock.systemUTC())) {
            connected.await();
            Semaphore room = new Semaphore(UNDER_WAY);
            for (int i = 0; i < each; i++) {
                room.acquire();
                int number = publisher * each + i;
                Outgoing message = new Outgoing(
                        "bench/" + number % TOPICS,
                        Bytes.of(number >> 24, number >> 16, number >> 8, number),
                        qos,
                        false,
                        Properties5.NONE);
                var _ = node.publish(message).whenComplete((_, _) -> room.release());
            }
            room.acquire(UNDER_WAY);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    /** Counts each number. */
    private static final class Tally implements Receiver {
        private final AtomicLong received = new AtomicLong();
        private final byte[] seen;
        private final CountDownLatch complete = new CountDownLatch(1);
        private long distinct;
        private volatile long first;
        private volatile long last;

        Tally(int expected) {
            seen = new byte[expected];
        }

        @Override
        public void on(Message message, Runnable acknowledgement) {
            long now = System.nanoTime();
            first = first == 0 ? now : first;
            last = now;
            Bytes payload = message.payload();
            int number = payload.at(0) << 24 | payload.at(1) << 16 | payload.at(2) << 8 | payload.at(3);
            distinct += seen[number] == 0 ? 1 : 0;
            seen[number] = 1;
            received.incrementAndGet();
            acknowledgement.run();
            if (distinct == seen.length) {
                complete.countDown();
            }
        }

        void await() throws InterruptedException {
            if (!complete.await(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                System.out.println("not everything came in " + PATIENCE.toSeconds() + " s");
            }
        }

        double seconds() {
            return Math.max(1, last - first) / 1e9;
        }

        long lost() {
            return seen.length - distinct;
        }

        long doubled() {
            return received.get() - distinct;
        }
    }
}
