package org.bmac.simulator;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import javax.net.ssl.SSLContext;
import org.bmac.broker.Message;
import org.bmac.broker.NodeConnection;
import org.bmac.broker.Outgoing;
import org.bmac.broker.Properties5;
import org.bmac.node.Bmac5Request;
import org.bmac.node.Channel;
import org.bmac.node.Generation;
import org.bmac.point.Bytes;
import org.bmac.point.Kind;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A node that is not there, on a broker that is: a real MQTT client that speaks one of the two dialects as a node does,
 * with sensors that feel what they are told to. It connects when it is made, by itself again after every loss, and answers
 * commands within a few milliseconds. Faults can be put on it and taken away. Every method may be called on any thread and
 * returns at once; its effect follows.
 */
public final class SimulatedNode implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(SimulatedNode.class);
    private static final Duration TICK = Duration.ofMillis(50);
    private static final double NOISE = 0.2;
    private static final int LONGEST_GARBAGE = 24;

    private final String uid;
    private final Clock clock;
    private final ScheduledExecutorService thread;
    private final boolean ownsThread;
    private final Machine machine;
    private final URI broker;
    private final Map<Output, Double> felt = new ConcurrentHashMap<>();
    private final SplittableRandom random;
    private final Set<String> subscribed = new HashSet<>();
    private @Nullable NodeConnection connection;
    private boolean silent;
    private volatile boolean noisy;
    private volatile @Nullable URI firmware;
    private volatile @Nullable SSLContext trusted;
    private volatile boolean closed;

    /** Makes the program of a node, from what its sensors feel and the way to its radio. */
    @FunctionalInterface
    interface Programmer {
        Machine program(Senses senses, Consumer<Effect> radio);
    }

    SimulatedNode(
            URI broker,
            String uid,
            Clock clock,
            @Nullable ScheduledExecutorService shared,
            Function<SimulatedNode, Senses> world,
            Programmer programmer) {
        this.uid = uid;
        this.clock = clock;
        this.broker = broker;
        this.ownsThread = shared == null;
        this.thread = shared == null ? ownThread(uid) : shared;
        this.random = new SplittableRandom(uid.hashCode());
        Senses senses = world.apply(this);
        this.machine = programmer.program((kind, channel) -> disturbed(kind, senses.feel(kind, channel)), this::act);
        if (ownsThread) {
            var _ = thread.scheduleWithFixedDelay(this::tick, TICK.toMillis(), TICK.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    private static ScheduledExecutorService ownThread(String uid) {
        return Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().daemon().name("simulated-" + uid).factory());
    }

    /**
     * A node with the firmware of the original BMaC. Without a configuration it says hello and nothing else: it needs a
     * server that sends it {@code loc;} and {@code mod;}.
     *
     * @param uid 12 lower-case hex digits
     * @param generation how its modules publish
     * @param clock its timers go by it
     */
    public static SimulatedNode firmware(URI broker, String uid, Generation generation, Clock clock) {
        return started(new SimulatedNode(
                broker,
                uid,
                clock,
                null,
                node -> node::told,
                (senses, radio) -> new FirmwareMachine(uid, generation, senses, 1, radio)));
    }

    /** A BMaC 5 node with these channels; parameters as above. */
    public static SimulatedNode bmac5(URI broker, String uid, List<Channel> channels, Clock clock) {
        return started(new SimulatedNode(
                broker,
                uid,
                clock,
                null,
                node -> node::told,
                (senses, radio) -> new Bmac5Machine(uid, channels, senses, 1, radio)));
    }

    private static SimulatedNode started(SimulatedNode node) {
        node.connect();
        return node;
    }

    public String uid() {
        return uid;
    }

    /** What a sensor feels from now on, in the kind's unit, 1 and 0 for yes and no. Before that there is no such sensor. */
    public void feel(Kind kind, int channel, double number) {
        felt.put(new Output(kind, channel), number);
    }

    /** What an output really does, 1 and 0 for on and off, per cent for fans and valves; NaN when there is none. */
    public double output(Kind kind, int channel) {
        return on(() -> machine.output(kind, channel));
    }

    /** Where it fetches its firmware from now on, such as {@code http://127.0.0.1:8081}; before that it finds none. */
    public void firmwareFrom(URI server) {
        firmware = server;
    }

    /** Whose servers it believes over HTTPS from now on; before that, those that this machine believes. */
    public void trust(SSLContext servers) {
        trusted = servers;
    }

    /** Whether it is on the broker now. */
    public boolean connected() {
        return on(this::online);
    }

    /** Sends this as it is, whatever else the node does. */
    public void publish(Outgoing message) {
        run(() -> send(message));
    }

    /** It says nothing any more, though its connection stands. */
    public void silence() {
        run(() -> silent = true);
    }

    /** Its connection breaks without a word, so that its will is published, and stays so. */
    public void drop() {
        run(this::cut);
    }

    /** An output does not move any more; the node confirms commands to it, and reports the truth. */
    public void lie(Kind kind, int channel) {
        run(() -> machine.jam(new Output(kind, channel)));
    }

    /** What its sensors feel is drowned in noise. */
    public void noise() {
        noisy = true;
    }

    /** It sends so many messages on its own topics that nobody can read. */
    public void garbage(int messages) {
        run(() -> {
            for (int i = 0; i < messages; i++) {
                send(rubbish());
            }
        });
    }

    /** All faults end. */
    public void heal() {
        noisy = false;
        run(() -> {
            silent = false;
            machine.free();
            if (connection == null) {
                connect();
            }
        });
    }

    /** Says goodbye to the broker and ends. */
    @Override
    public void close() {
        closed = true;
        run(() -> {
            NodeConnection last = connection;
            connection = null;
            if (last != null) {
                CompletableFuture<?>[] said =
                        machine.farewell().stream().map(last::publish).toArray(CompletableFuture<?>[]::new);
                var _ = CompletableFuture.allOf(said).whenComplete((_, _) -> last.close());
            }
        });
        if (ownsThread) {
            thread.shutdown();
        }
    }

    /** Switches it on; once, on any thread. */
    void connect() {
        run(() -> {
            machine.boot(clock.instant());
            open();
        });
    }

    /** Lets its program run; on its thread. */
    void tick() {
        try {
            machine.tick(clock.instant(), online());
        } catch (RuntimeException e) {
            // A timer that throws would never come again.
            LOG.error("The program of node {} failed", uid, e);
        }
    }

    Machine machine() {
        return machine;
    }

    private void open() {
        subscribed.clear();
        connection = NodeConnection.open(machine.options(broker), this::heard, this::cameUp, clock);
    }

    private void cut() {
        NodeConnection last = connection;
        connection = null;
        if (last != null) {
            last.drop();
        }
    }

    private void heard(Message message) {
        run(() -> machine.hear(message, clock.instant()));
    }

    private void cameUp() {
        run(() -> machine.connected(clock.instant()));
    }

    private void act(Effect effect) {
        switch (effect) {
            case Effect.Publish(Outgoing message) -> {
                if (!silent) {
                    send(message);
                }
            }
            case Effect.Subscribe(String filter, int qos) -> subscribe(filter, qos);
            case Effect.Fetch() -> fetch();
            case Effect.FetchFrom(URI image) -> fetch(image, trusted);
            case Effect.Restart() -> restart();
        }
    }

    private void send(Outgoing message) {
        NodeConnection open = connection;
        if (open != null && open.connected()) {
            // What is lost on the way is lost, as on a real node.
            var _ = open.publish(message);
        }
    }

    /** Asks as the firmware does; whatever goes wrong, it has got nothing. */
    private void fetch() {
        URI from = firmware;
        if (from == null) {
            machine.fetched(Bytes.NONE);
            return;
        }
        fetch(URI.create(from + "/ota.php?uid=" + uid), null);
    }

    private void fetch(URI image, @Nullable SSLContext trust) {
        HttpRequest request =
                HttpRequest.newBuilder(image).timeout(Duration.ofSeconds(20)).build();
        Thread.ofVirtual().name("fetching-" + uid).start(() -> {
            Bytes got = got(request, trust);
            run(() -> machine.fetched(got));
        });
    }

    private static Bytes got(HttpRequest request, @Nullable SSLContext trust) {
        HttpClient.Builder client = HttpClient.newBuilder();
        if (trust != null) {
            client.sslContext(trust);
        }
        try (HttpClient http = client.build()) {
            HttpResponse<byte[]> answer = http.send(request, HttpResponse.BodyHandlers.ofByteArray());
            return answer.statusCode() == 200 ? Bytes.wrap(answer.body()) : Bytes.NONE;
        } catch (IOException e) {
            LOG.debug("No firmware from {}: {}", request.uri(), e.getMessage());
            return Bytes.NONE;
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return Bytes.NONE;
        }
    }

    private void subscribe(String filter, int qos) {
        NodeConnection open = connection;
        if (open != null && subscribed.add(filter)) {
            var _ = open.subscribe(filter, qos);
        }
    }

    private void restart() {
        machine.boot(clock.instant());
        NodeConnection open = connection;
        if (open != null) {
            open.interrupt();
        }
    }

    private boolean online() {
        NodeConnection open = connection;
        return open != null && open.connected();
    }

    private double told(Kind kind, int channel) {
        return felt.getOrDefault(new Output(kind, channel), Double.NaN);
    }

    private double disturbed(Kind kind, double number) {
        boolean measured = kind == Kind.TEMPERATURE || kind == Kind.HUMIDITY || kind == Kind.CO2;
        return noisy && measured ? number * (1 + NOISE * (2 * random.nextDouble() - 1)) : number;
    }

    private Outgoing rubbish() {
        byte[] bytes = new byte[1 + random.nextInt(LONGEST_GARBAGE)];
        random.nextBytes(bytes);
        String topic = machine instanceof Bmac5Machine
                ? Bmac5Request.PREFIX + uid + "/r/" + random.nextInt(8)
                : "nsa/" + List.of("temperature", "humidity", "co2", "nothing").get(random.nextInt(4));
        return new Outgoing(topic, Bytes.wrap(bytes), 0, false, Properties5.NONE);
    }

    private void run(Runnable what) {
        try {
            thread.execute(what);
        } catch (RejectedExecutionException ended) {
            if (!closed) {
                throw ended;
            }
        }
    }

    private <T> T on(Callable<T> question) {
        try {
            return thread.submit(question).get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("the node's program failed", e.getCause());
        }
    }
}
