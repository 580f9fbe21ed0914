package org.bmac.broker;

import com.codahale.metrics.MetricRegistry;
import com.hivemq.HiveMQServer;
import com.hivemq.configuration.service.InternalConfigurations;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The broker inside this process: HiveMQ Community Edition. It starts on a thread of its own, and needs about as much
 * work for that as all the rest of the program. Everything it writes is in its folder.
 */
final class EmbeddedBroker implements AutoCloseable {
    /**
     * How many messages may be unacknowledged to any one client. HiveMQ takes and returns so many packet identifiers for each
     * message that it hands on: a thousand cost 140 µs.
     */
    private static final int WINDOW = 32;

    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedBroker.class);

    /** How long the program waits for it to end: what it keeps in memory is lost anyway, files want to be closed. */
    private static final Duration MEMORY_PATIENCE = Duration.ofMillis(500);

    private static final Duration FILE_PATIENCE = Duration.ofSeconds(5);

    private final BrokerProperties.Embedded settings;
    private final Path folder;
    private final CompletableFuture<HiveMQServer> server = new CompletableFuture<>();

    /** @param folder for its files; is made when it is not there */
    EmbeddedBroker(BrokerProperties.Embedded settings, Path folder) {
        this.settings = settings;
        this.folder = folder;
    }

    /**
     * Begins to start, returns at once.
     *
     * @return completes when it can be connected
     * @throws PortTaken when another program has its port
     */
    CompletableFuture<Void> start() {
        checkPort(settings.port());
        Thread.ofPlatform().daemon().name("broker-embedded").start(this::run);
        return server.thenAccept(_ -> {});
    }

    /** Ends; waits for it for a moment only. */
    @Override
    public void close() {
        if (!server.isDone() || server.isCompletedExceptionally()) {
            return;
        }
        Thread end = Thread.ofPlatform().daemon().name("broker-embedded-end").start(() -> server.join()
                .stop());
        try {
            if (!end.join(settings.store() == BrokerProperties.Store.FILE ? FILE_PATIENCE : MEMORY_PATIENCE)) {
                LOG.debug("The embedded broker ends in the background");
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        var before = Thread.getDefaultUncaughtExceptionHandler();
        try {
            Files.createDirectories(folder.resolve("extensions"));
            setLimits();
            HiveMQServer started = new HiveMQServer(
                    new EmbeddedFolders(folder), new MetricRegistry(), EmbeddedSettings.of(settings), false, false);
            started.bootstrap();
            started.startInstance(null);
            server.complete(started);
            LOG.info("The embedded broker listens at {}:{}", settings.address(), settings.port());
        } catch (Exception e) {
            LOG.error("The embedded broker did not start", e);
            server.completeExceptionally(e);
        } finally {
            // HiveMQ puts one there that ends the whole program
            Thread.setDefaultUncaughtExceptionHandler(before);
        }
    }

    /** What has no place in its settings proper; of the whole process, since HiveMQ keeps them in static fields. */
    private static void setLimits() {
        InternalConfigurations.AUTH_DENY_UNAUTHENTICATED_CONNECTIONS.set(false);
        InternalConfigurations.JMX_REPORTER_ENABLED.set(false);
        InternalConfigurations.PERSISTENCE_SHUTDOWN_GRACE_PERIOD_MSEC.set(100);
        InternalConfigurations.NOT_WRITABLE_QUEUE_SIZE.set(100_000);
        InternalConfigurations.QOS_0_MEMORY_LIMIT_PER_CLIENT_BYTES.set(64 << 20);
        InternalConfigurations.MAX_INFLIGHT_WINDOW_SIZE_MESSAGES = WINDOW;
        InternalConfigurations.PUBLISH_POLL_BATCH_SIZE = WINDOW;
    }

    private static void checkPort(int port) {
        try (ServerSocket probe = new ServerSocket()) {
            probe.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        } catch (java.net.BindException _) {
            throw new PortTaken(port);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
