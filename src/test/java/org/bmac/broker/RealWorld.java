package org.bmac.broker;

import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.bmac.MovableClock;
import org.bmac.broker.BrokerProperties.Embedded;
import org.bmac.broker.BrokerProperties.Store;

/** A {@link PahoBroker} that is connected to a real broker over a wire that can be cut, and a node beside it. */
final class RealWorld implements BrokerContract.World {
    private static final AtomicInteger NUMBER = new AtomicInteger();
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final MovableClock clock = new MovableClock();
    private final List<Link> links = new CopyOnWriteArrayList<>();
    private final Wire wire;
    private final NodeConnection node;
    private final PahoBroker broker;

    RealWorld(URI server) {
        this(server, server);
    }

    /**
     * @param nodes where nodes connect
     * @param server where we do, through the wire
     */
    RealWorld(URI nodes, URI server) {
        wire = new Wire(server);
        node = NodeConnection.open(node(nodes, "node" + NUMBER.incrementAndGet()), _ -> {}, clock);
        broker = new PahoBroker(
                properties("bmac" + NUMBER.get(), wire.uri().toString()),
                CompletableFuture.completedFuture(null),
                links::add,
                clock);
        broker.start();
        await().atMost(PATIENCE).until(node::connected);
    }

    /** Another broker client of ours, connected when it can be. */
    static PahoBroker started(BrokerProperties properties, MovableClock clock) {
        PahoBroker broker = new PahoBroker(properties, CompletableFuture.completedFuture(null), _ -> {}, clock);
        broker.start();
        return broker;
    }

    static NodeConnection.Options node(URI server, String name) {
        return new NodeConnection.Options(server, name, true, true, Duration.ofMinutes(1), null, Duration.ZERO);
    }

    static BrokerProperties properties(String clientId, String... urls) {
        return new BrokerProperties(
                List.of(urls),
                clientId,
                "",
                "",
                Duration.ofSeconds(30),
                Duration.ofMinutes(10),
                20_000,
                8_192,
                new Embedded("127.0.0.1", 1883, Store.MEMORY));
    }

    @Override
    public PahoBroker broker() {
        return broker;
    }

    @Override
    public MovableClock clock() {
        return clock;
    }

    @Override
    public void arrive(Outgoing message) {
        node.publish(message).orTimeout(30, TimeUnit.SECONDS).join();
    }

    @Override
    public void cut() {
        wire.cut();
        await().atMost(PATIENCE).until(() -> !broker.link().up());
    }

    @Override
    public void mend() {
        wire.mend();
        await().atMost(PATIENCE).until(() -> broker.link().up());
    }

    @Override
    public void pass(Duration time) {
        await().pollDelay(time).atMost(time.plusSeconds(5)).until(() -> true);
    }

    @Override
    public List<Link> links() {
        return links;
    }

    @Override
    public void close() {
        broker.stop();
        broker.close();
        node.close();
        wire.close();
    }
}
