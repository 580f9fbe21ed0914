package org.bmac.broker;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps a link up, on a thread of its own: tries the brokers in turn for ever, subscribes, waits for the loss, begins
 * again. What the connections mean to the rest of the room it tells its {@link Owner}.
 */
final class Connector implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Connector.class);

    /** A connection that lasted less is as good as a failed try: two clients with one name push each other out. */
    private static final long STEADY_NANOS = Duration.ofSeconds(5).toNanos();

    private static final Duration GOODBYE = Duration.ofSeconds(2);

    /** Whose link it is. Called on the connector's thread only. */
    interface Owner extends PahoSession.Events {
        /** What we want to receive. */
        List<String> filters();

        /** A connection stands; nothing is subscribed yet. */
        void connected(PahoSession session, boolean resumed);

        /** Messages can flow. */
        void up(PahoSession session, String words);

        void down(BrokerUrl url, String reason);
    }

    private sealed interface Signal {
        record Wanted() implements Signal {}

        record Lost(PahoSession session, String reason) implements Signal {}

        record End() implements Signal {}
    }

    private final BrokerProperties properties;
    private final List<BrokerUrl> urls;
    private final CompletableFuture<Void> ready;
    private final @Nullable LastWord lastWord;
    private final BackOff backOff;
    private final Owner owner;
    private final BlockingQueue<Signal> signals = new LinkedBlockingQueue<>();
    private final Set<String> subscribed = new HashSet<>();
    private final Thread thread;
    private @Nullable BrokerUrl last;
    private int failures;
    private boolean ended;

    /**
     * @param ready completes when it makes sense to connect
     * @param lastWord what the broker says when it loses us; null for nothing
     */
    Connector(
            BrokerProperties properties,
            CompletableFuture<Void> ready,
            @Nullable LastWord lastWord,
            BackOff backOff,
            Owner owner) {
        this.properties = properties;
        this.urls = properties.brokers();
        this.ready = ready;
        this.lastWord = lastWord;
        this.backOff = backOff;
        this.owner = owner;
        this.thread = Thread.ofPlatform().daemon().name("broker-link").unstarted(this::run);
    }

    void start() {
        thread.start();
    }

    /** The filters have changed. */
    void resubscribe() {
        signals.add(new Signal.Wanted());
    }

    /** A connection is lost. */
    void lost(PahoSession session, String reason) {
        signals.add(new Signal.Lost(session, reason));
    }

    /** Says goodbye to the broker and ends. */
    @Override
    public void close() {
        signals.add(new Signal.End());
        try {
            if (thread.isAlive() && !thread.join(GOODBYE)) {
                LOG.warn("The link to the broker could not be closed in time");
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        try {
            awaitReady();
            while (!ended) {
                tryAll();
                pause();
            }
        } catch (InterruptedException e) {
            LOG.error("Nobody keeps the link to the broker any more: its thread was interrupted", e);
        }
    }

    private void awaitReady() {
        try {
            ready.join();
        } catch (CompletionException e) {
            owner.down(urls.getFirst(), "the embedded broker did not start: " + e.getMessage());
        }
    }

    private void tryAll() {
        for (BrokerUrl url : urls) {
            if (ended || serve(url)) {
                return;
            }
        }
    }

    /** Connects and stays until the loss; false when that fails. */
    private boolean serve(BrokerUrl url) {
        try {
            PahoSession session = PahoSession.connect(url, properties, lastWord, owner);
            long since = System.nanoTime();
            try {
                remain(session);
            } finally {
                session.close();
            }
            failures = System.nanoTime() - since < STEADY_NANOS ? failures : 0;
            return true;
        } catch (MqttException | RuntimeException e) {
            LOG.debug("No connection to {}", url, e);
            owner.down(url, LinkWords.of(e, url));
            return false;
        } catch (InterruptedException e) {
            throw new IllegalStateException("the thread of the link was interrupted", e);
        }
    }

    private void remain(PahoSession session) throws MqttException, InterruptedException {
        boolean resumed = session.resumed() && session.url().equals(last);
        last = session.url();
        if (!resumed) {
            subscribed.clear();
        }
        owner.connected(session, resumed);
        session.open();
        owner.up(session, subscribe(session));
        while (true) {
            switch (signals.take()) {
                case Signal.Wanted _ -> owner.up(session, subscribe(session));
                case Signal.Lost(PahoSession lost, String reason) -> {
                    if (lost == session) {
                        owner.down(session.url(), failures > 1 ? reason + twin() : reason);
                        return;
                    }
                }
                case Signal.End _ -> {
                    ended = true;
                    owner.down(session.url(), "this program ends");
                    return;
                }
            }
        }
    }

    /** Brokers throw out the older of two clients with one name, which looks like a connection that does not last. */
    private String twin() {
        return "; it does not last: is another client called " + properties.clientId() + " too?";
    }

    private String subscribe(PahoSession session) throws MqttException {
        List<String> fresh = owner.filters().stream()
                .filter(filter -> !subscribed.contains(filter))
                .toList();
        List<String> refused = session.subscribe(fresh);
        subscribed.addAll(fresh);
        return refused.isEmpty() ? "connected" : "connected, but the broker refuses " + String.join(", ", refused);
    }

    /** Waits as long as it is good after so many failures, or until the end. */
    private void pause() throws InterruptedException {
        failures++;
        long until = System.nanoTime() + backOff.after(failures).toNanos();
        while (!ended) {
            Signal signal = signals.poll(until - System.nanoTime(), TimeUnit.NANOSECONDS);
            if (signal == null) {
                return;
            }
            ended = signal instanceof Signal.End;
        }
    }
}
