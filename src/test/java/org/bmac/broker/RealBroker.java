package org.bmac.broker;

import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/** The program's own connection to a real broker, for tests of other rooms. */
public final class RealBroker implements AutoCloseable {
    private final PahoBroker broker;

    public RealBroker(URI server, Clock clock) {
        broker = new PahoBroker(
                RealWorld.properties("bmac", server.toString()),
                CompletableFuture.completedFuture(null),
                _ -> {},
                clock);
    }

    public Broker broker() {
        return broker;
    }

    /** To be called when everybody has subscribed. */
    public void start() {
        broker.start();
        await().atMost(Duration.ofSeconds(20)).until(() -> broker.link().up());
    }

    @Override
    public void close() {
        broker.stop();
        broker.close();
    }
}
