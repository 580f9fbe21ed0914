package org.bmac.broker;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.bmac.point.Bytes;
import org.bmac.point.Receipt;

/**
 * A broker without network, for unit tests: retained messages, QoS 1 messages that come again until they are
 * acknowledged, expiry, a link that goes up and down by hand. Everything happens at once on the calling thread, one
 * thing after the other. It is up at the start.
 */
public final class InMemoryBroker implements Broker {
    private static final String URL = "mqtt://in.memory:1883";

    private final Routes routes = new Routes();
    private final Map<String, Kept> retained = new LinkedHashMap<>();
    private final Deque<Kept> waiting = new ArrayDeque<>();
    private final Deque<Runnable> tasks = new ArrayDeque<>();
    private final List<Outgoing> published = new ArrayList<>();
    private final Clock clock;
    private final Consumer<Link> onLink;
    private Link link;
    private long received;
    private int numbers;
    private boolean busy;

    private static final class Kept {
        private final Outgoing message;
        private final Instant at;
        private final int number;
        private int open;
        private boolean sentBefore;

        Kept(Outgoing message, Instant at, int number) {
            this.number = number;
            this.message = message;
            this.at = at;
        }

        /** Its number is never used again. */
        Receipt receipt() {
            return new Receipt(URL, 0, number, sentBefore, message.payload().hashCode());
        }
    }

    public InMemoryBroker(Clock clock) {
        this(clock, _ -> {});
    }

    /** @param onLink is told when the link changes */
    public InMemoryBroker(Clock clock, Consumer<Link> onLink) {
        this.clock = clock;
        this.onLink = onLink;
        this.link = new Link(true, URL, "connected", clock.instant());
    }

    @Override
    public synchronized void subscribe(String filter, Receiver receiver) {
        routes.add(filter, receiver);
        List<Kept> matching = retained.values().stream()
                .filter(kept -> TopicFilter.matches(filter, kept.message.topic()) && isAlive(kept))
                .toList();
        matching.forEach(kept -> perform(() -> give(kept, true, List.of(receiver))));
    }

    @Override
    public synchronized CompletableFuture<Void> publish(Outgoing message) {
        if (!link.up()) {
            return CompletableFuture.failedFuture(new IllegalStateException("the link is down: " + link.reason()));
        }
        published.add(message);
        arrive(message);
        return CompletableFuture.completedFuture(null);
    }

    @Override
    public synchronized Link link() {
        return link;
    }

    @Override
    public synchronized Traffic traffic() {
        return new Traffic(received, published.size(), 0, waiting.size());
    }

    /** A message comes from somebody else. While the link is down those of QoS 1 wait, the others are lost. */
    public synchronized void arrive(Outgoing message) {
        Kept kept = new Kept(message, clock.instant(), ++numbers);
        if (message.retain() && message.payload().length() == 0) {
            retained.remove(message.topic());
        } else if (message.retain()) {
            retained.put(message.topic(), kept);
        }
        List<Receiver> receivers = routes.receivers(message.topic(), List.of());
        if (receivers.isEmpty()) {
            return;
        }
        if (message.qos() == 1) {
            waiting.add(kept);
        }
        if (link.up()) {
            perform(() -> give(kept, false, receivers));
        }
    }

    /** A message of QoS 0 without properties comes from somebody else. */
    public void arrive(String topic, Bytes payload) {
        arrive(Outgoing.plain(topic, payload));
    }

    /** The link breaks. */
    public synchronized void goDown(String reason) {
        link = new Link(false, URL, reason, clock.instant());
        onLink.accept(link);
    }

    /** The link comes back, and with it what is not acknowledged yet. */
    public synchronized void comeUp() {
        link = new Link(true, URL, "connected", clock.instant());
        onLink.accept(link);
        waiting.removeIf(kept -> !isAlive(kept));
        List.copyOf(waiting)
                .forEach(kept -> perform(() -> give(kept, false, routes.receivers(kept.message.topic(), List.of()))));
    }

    /** All that has been sent through this broker by the program, in order. */
    public synchronized List<Outgoing> published() {
        return List.copyOf(published);
    }

    private void give(Kept kept, boolean asRetained, List<Receiver> receivers) {
        received++;
        kept.open = receivers.size();
        Message message = new Message(
                kept.message.topic(),
                kept.message.payload(),
                kept.message.qos(),
                asRetained,
                kept.sentBefore,
                kept.message.properties(),
                clock.instant(),
                kept.message.qos() == 0 ? null : kept.receipt());
        kept.sentBefore = true;
        for (Receiver receiver : receivers) {
            Runnable acknowledgement = once(() -> acknowledge(kept));
            try {
                receiver.on(message, acknowledgement);
            } catch (RuntimeException _) {
                acknowledgement.run();
            }
        }
    }

    private synchronized void acknowledge(Kept kept) {
        kept.open--;
        if (kept.open == 0) {
            waiting.remove(kept);
        }
    }

    private static Runnable once(Runnable action) {
        boolean[] called = new boolean[1];
        return () -> {
            if (!called[0]) {
                called[0] = true;
                action.run();
            }
        };
    }

    /** A receiver that publishes must not be given the next message before it has returned from this one. */
    private void perform(Runnable task) {
        tasks.add(task);
        if (busy) {
            return;
        }
        busy = true;
        try {
            for (Runnable next = tasks.poll(); next != null; next = tasks.poll()) {
                next.run();
            }
        } finally {
            busy = false;
        }
    }

    private boolean isAlive(Kept kept) {
        Duration expiry = kept.message.properties().expiry();
        return expiry == null || clock.instant().isBefore(kept.at.plus(expiry));
    }
}
