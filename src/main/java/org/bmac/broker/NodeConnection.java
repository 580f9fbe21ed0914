package org.bmac.broker;

import com.hivemq.client.mqtt.lifecycle.MqttClientConnectedContext;
import com.hivemq.client.mqtt.lifecycle.MqttClientDisconnectedContext;
import com.hivemq.client.mqtt.lifecycle.MqttDisconnectSource;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * An MQTT session as a node would have it, for the simulator and for tests. Every method may be called on any thread.
 * After a loss it reconnects by itself, 2 s later and for ever, and subscribes again to what it had.
 */
public final class NodeConnection implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(NodeConnection.class);
    private static final Duration PAUSE = Duration.ofSeconds(2);

    /**
     * How the node connects.
     *
     * @param broker {@code mqtt://} or {@code mqtts://}, user and password in it if need be
     * @param mqtt5 MQTT 5, else 3.1.1
     * @param cleanStart whether the broker forgets what it knows of this client at each connect; otherwise it keeps the
     *     session for an hour
     * @param keepAlive in whole seconds; zero for never
     * @param will what the broker says when we are lost
     * @param willDelay how long the broker waits with that; MQTT 5 only
     */
    public record Options(
            URI broker,
            String clientId,
            boolean mqtt5,
            boolean cleanStart,
            Duration keepAlive,
            @Nullable Outgoing will,
            Duration willDelay) {}

    private final NodeClient client;
    private final Runnable onConnected;
    private final List<CompletableFuture<Void>> untilConnected = new ArrayList<>();
    private boolean wasConnected;
    private volatile boolean ended;

    private NodeConnection(Options options, Consumer<Message> onMessage, Runnable onConnected, Clock clock) {
        this.onConnected = onConnected;
        this.client = options.mqtt5()
                ? new NodeClient5(options, this::connected, this::lost, guarded(onMessage), clock)
                : new NodeClient3(options, this::connected, this::lost, guarded(onMessage), clock);
    }

    /** As {@link #open(Options, Consumer, Runnable, Clock)} for a node that has nothing to say when it is connected. */
    public static NodeConnection open(Options options, Consumer<Message> onMessage, Clock clock) {
        return open(options, onMessage, () -> {}, clock);
    }

    /**
     * Begins to connect, returns at once.
     *
     * @param onMessage is given the messages of all subscriptions, in order, one at a time; it must not block
     * @param onConnected called after each connect, when the subscriptions have been sent; it must not block
     * @param clock stamps the messages
     */
    public static NodeConnection open(Options options, Consumer<Message> onMessage, Runnable onConnected, Clock clock) {
        NodeConnection connection = new NodeConnection(options, onMessage, onConnected, clock);
        connection.client.connect();
        return connection;
    }

    /**
     * Sends a message.
     *
     * @return completes when it has left (QoS 0) or the broker has it (QoS 1); fails with {@link IllegalStateException}
     *     at once while not connected: nothing is kept for later
     */
    public CompletableFuture<Void> publish(Outgoing message) {
        return connected()
                ? client.publish(message)
                : CompletableFuture.failedFuture(new IllegalStateException("not connected"));
    }

    /**
     * Subscribes now, or once connected, and again after each loss.
     *
     * @param qos 0 or 1
     * @return completes when the broker has agreed for the first time
     */
    public synchronized CompletableFuture<Void> subscribe(String filter, int qos) {
        if (wasConnected) {
            return client.subscribe(filter, qos);
        }
        CompletableFuture<Void> connect = new CompletableFuture<>();
        untilConnected.add(connect);
        return connect.thenCompose(_ -> client.subscribe(filter, qos));
    }

    /** Whether messages can flow now. */
    public boolean connected() {
        return client.isConnected();
    }

    /** Cuts the connection without a word, so that the broker publishes the will. Connects no more. */
    public void drop() {
        ended = true;
        client.cut();
    }

    /** Cuts the connection without a word, as a bad network does; it comes back by itself. */
    public void interrupt() {
        client.cut();
    }

    /** Says goodbye, so that the broker forgets the will. Connects no more. */
    @Override
    public void close() {
        ended = true;
        client.disconnect();
    }

    private void connected(MqttClientConnectedContext context) {
        if (ended) {
            client.disconnect();
            return;
        }
        synchronized (this) {
            wasConnected = true;
            untilConnected.forEach(waiting -> waiting.complete(null));
            untilConnected.clear();
        }
        onConnected.run();
    }

    private void lost(MqttClientDisconnectedContext context) {
        boolean again = !ended && context.getSource() != MqttDisconnectSource.USER;
        context.getReconnector().reconnect(again).delay(PAUSE.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** A receiver that throws would end its subscription in the library. */
    private static Consumer<Message> guarded(Consumer<Message> receiver) {
        return message -> {
            try {
                receiver.accept(message);
            } catch (RuntimeException e) {
                LOG.error("The receiver of {} failed", message.topic(), e);
            }
        };
    }
}
