package org.bmac.bench;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.LockSupport;
import org.bmac.broker.NodeConnection;
import org.bmac.broker.Outgoing;
import org.bmac.point.Bytes;

/** What the nodes of a floor with two hundred points say, at a given rate, over a few connections. */
final class Traffic implements AutoCloseable {
    private static final int CONNECTIONS = 4;
    private static final int PROBES_A_SECOND = 4;

    private final List<NodeConnection> nodes = new ArrayList<>();
    private final LongAdder unsent = new LongAdder();

    private Traffic() {}

    /** Connects to this broker, and waits until all are. */
    static Traffic to(URI broker) {
        Traffic traffic = new Traffic();
        for (int i = 0; i < CONNECTIONS; i++) {
            traffic.nodes.add(NodeConnection.open(
                    new NodeConnection.Options(
                            broker, "bench-" + i, false, true, Duration.ofSeconds(60), null, Duration.ZERO),
                    _ -> {},
                    Clock.systemUTC()));
        }
        for (NodeConnection node : traffic.nodes) {
            while (!node.connected()) {
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(10));
            }
        }
        return traffic;
    }

    /** How many messages could not be sent. */
    long unsent() {
        return unsent.sum();
    }

    @Override
    public void close() {
        nodes.forEach(NodeConnection::close);
    }

    /** Publishes the background in steps of a millisecond, and the probes among it; gives each probe's text and moment. */
    Map<String, Double> send(TwoHundredPoints building, int rate, int seconds) {
        Map<String, Double> sent = new HashMap<>();
        long began = System.nanoTime();
        long messages = 0;
        int probes = 0;
        double offset = wallMillis() - System.nanoTime() / 1e6;
        while (true) {
            double elapsed = (System.nanoTime() - began) / 1e9;
            if (elapsed >= seconds) {
                return sent;
            }
            for (long due = (long) (elapsed * rate); messages < due; messages++) {
                int point = (int) (messages % (TwoHundredPoints.COUNT - 1));
                publish((int) (messages % nodes.size()), building.background(point, messages));
            }
            if (elapsed * PROBES_A_SECOND >= probes) {
                String text = String.format(Locale.ROOT, "%.1f", 30.1 + probes * 0.1);
                sent.put(text, offset + System.nanoTime() / 1e6);
                publish(
                        0,
                        Outgoing.plain(
                                "nsa/temperature", Bytes.of(TwoHundredPoints.PROBE_LOCATION + ";" + text + "0")));
                probes++;
            }
            LockSupport.parkNanos(TimeUnit.MICROSECONDS.toNanos(500));
        }
    }

    private void publish(int node, Outgoing message) {
        var _ = nodes.get(node).publish(message).exceptionally(failure -> {
            unsent.increment();
            return null;
        });
    }

    private static double wallMillis() {
        java.time.Instant now = java.time.Instant.now();
        return now.getEpochSecond() * 1000.0 + now.getNano() / 1e6;
    }
}
