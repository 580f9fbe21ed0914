package org.bmac.live;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import org.bmac.broker.InMemoryBroker;
import org.bmac.broker.Message;
import org.bmac.broker.Properties5;
import org.bmac.building.Buildings;
import org.bmac.building.Dialect;
import org.bmac.building.NodeId;
import org.bmac.building.TestBuildings;
import org.bmac.node.TestIntake;
import org.bmac.point.Bytes;
import org.bmac.point.Kind;
import org.bmac.point.Quality;
import org.bmac.point.Reading;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Threads;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.CommandLineOptionException;
import org.openjdk.jmh.runner.options.CommandLineOptions;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/**
 * How many messages a second one core takes from bytes to latest value: decoded, found, judged, stored, announced. 100
 * nodes with three points each, 50 screens that have something to drain already.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(value = 1, jvmArgsAppend = "-XX:+UseSerialGC")
@Threads(1)
public class LiveBench {
    private static final int MESSAGES = 4096;
    private static final int NODES = 100;

    private final Clock clock = Clock.systemUTC();
    private final Random random = new Random(1);
    private final List<Said> firmware = new ArrayList<>();
    private final List<Said> bmac5 = new ArrayList<>();
    private final List<Reading> readings = new ArrayList<>();
    private Buildings buildings = TestBuildings.empty(_ -> {});
    private Live live = new Live(List.of(), new InMemoryBroker(clock)::link, clock);
    private BiConsumer<Message, Runnable> intake = (_, _) -> {};
    private int next;

    private record Said(String topic, Bytes payload) {}

    /** Runs it with JMH's own arguments, if any. */
    public static void main(String[] arguments) throws RunnerException, CommandLineOptionException {
        new Runner(new OptionsBuilder()
                        .parent(new CommandLineOptions(arguments))
                        .include(LiveBench.class.getSimpleName())
                        .build())
                .run();
    }

    @Setup
    public void build() {
        buildings.changeTogether(() -> {
            for (int i = 0; i < NODES; i++) {
                addNode(uid(i), "room-" + i, Dialect.FIRMWARE);
                addNode(uid(i + NODES), "hall-" + i, Dialect.BMAC5);
            }
        });
        InMemoryBroker broker = new InMemoryBroker(clock);
        live = new Live(buildings.current().points(), broker::link, clock);
        intake = TestIntake.of(broker, buildings, List.of(live));
        for (int i = 0; i < 50; i++) {
            live.follow(_ -> true, () -> {});
        }
        hello();
        for (int i = 0; i < MESSAGES; i++) {
            say(random.nextInt(NODES), 15 + random.nextInt(1_000) / 100.0);
        }
        check();
    }

    /** What is refused is quick as well: every node of both dialects must have been understood. */
    private void check() {
        firmware.forEach(this::take);
        bmac5.forEach(this::take);
        long understood = live.all().stream()
                .filter(latest -> latest.quality() == Quality.GOOD)
                .count();
        if (understood != 2 * NODES) {
            throw new IllegalStateException("only " + understood + " of " + 2 * NODES + " points were understood");
        }
    }

    @Benchmark
    public void firmwareMessages() {
        take(firmware.get(next++ & MESSAGES - 1));
    }

    @Benchmark
    public void bmac5Messages() {
        take(bmac5.get(next++ & MESSAGES - 1));
    }

    /** Without decoding and finding. */
    @Benchmark
    public void readingsOnly() {
        Reading reading = readings.get(next++ & MESSAGES - 1);
        live.on(new Reading(reading.point(), reading.value(), Quality.GOOD, clock.instant()));
    }

    private void take(Said said) {
        intake.accept(message(said), () -> {});
    }

    private Message message(Said said) {
        return new Message(said.topic(), said.payload(), 0, false, false, Properties5.NONE, clock.instant());
    }

    private void addNode(String uid, String location, Dialect dialect) {
        NodeId node = buildings.addNode(uid, location, dialect, 1).id();
        buildings.ensurePoint(node, Kind.TEMPERATURE, 0);
        buildings.ensurePoint(node, Kind.HUMIDITY, dialect == Dialect.FIRMWARE ? 0 : 1);
        buildings.ensurePoint(node, Kind.PRESSURE, dialect == Dialect.FIRMWARE ? 0 : 2);
    }

    /** BMaC 5 nodes describe themselves first: channels 0 to 2, every two seconds. */
    private void hello() {
        CountDownLatch heard = new CountDownLatch(NODES);
        for (int i = 0; i < NODES; i++) {
            Bytes channels = Bytes.hex("05 0100" + "00 01 02 0200" + "01 02 02 0200" + "02 03 02 0200");
            intake.accept(message(new Said("bmac5/" + uid(i + NODES) + "/hello", channels)), heard::countDown);
        }
        try {
            heard.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException("interrupted before the nodes were known", e);
        }
    }

    private void say(int node, double celsius) {
        int hundredths = (int) Math.round(celsius * 100);
        firmware.add(new Said("nsa/temperature", Bytes.of("room-" + node + ";" + celsius)));
        bmac5.add(new Said("bmac5/" + uid(node + NODES) + "/r/0", Bytes.of(hundredths & 0xff, hundredths >> 8)));
        readings.add(new Reading(
                buildings.current().points().get(node).id(), Scene.celsius(celsius), Quality.GOOD, clock.instant()));
    }

    private static String uid(int node) {
        return "a020a6%06x".formatted(node);
    }
}
