package org.bmac.broker;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import org.eclipse.paho.mqttv5.common.MqttMessage;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * The way to any MQTT 5 broker, over Eclipse Paho. It is connected last when the program starts, so that everybody who
 * subscribes at the start misses nothing, and hands nothing over any more first when the program stops; what has been
 * handed over can be acknowledged until {@link #close}.
 */
final class PahoBroker implements Broker, SmartLifecycle, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(PahoBroker.class);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(250);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(8);

    private final Routes routes = new Routes();
    private final Acknowledgements acknowledgements = new Acknowledgements();
    private final LongAdder sent = new LongAdder();
    private final Sessions sessions = new Sessions();
    private final Inbox inbox;
    private final Connector connector;
    private final Consumer<Link> onLink;
    private final Clock clock;
    private volatile @Nullable Outbox outbox;
    private volatile Link link;
    private volatile boolean running;
    private volatile Sessions.Session session = Sessions.NONE;

    /**
     * @param ready completes when it makes sense to connect
     * @param onLink is told each change of the link, on a thread that must not be held up
     */
    PahoBroker(BrokerProperties properties, CompletableFuture<Void> ready, Consumer<Link> onLink, Clock clock) {
        this(properties, ready, null, onLink, clock);
    }

    PahoBroker(
            BrokerProperties properties,
            CompletableFuture<Void> ready,
            @Nullable LastWord lastWord,
            Consumer<Link> onLink,
            Clock clock) {
        this.onLink = onLink;
        this.clock = clock;
        this.inbox = new Inbox(properties.queue(), properties.isAcknowledgedAtOnce());
        BackOff backOff = new BackOff(FIRST_PAUSE, LONGEST_PAUSE, RandomGenerator.getDefault());
        this.connector = new Connector(properties, ready, lastWord, backOff, new Events());
        String first = properties.brokers().getFirst().toString();
        this.link = new Link(false, first, "not connected yet", clock.instant());
    }

    @Override
    public void subscribe(String filter, Receiver receiver) {
        routes.add(filter, receiver);
        connector.resubscribe();
    }

    @Override
    public CompletableFuture<Void> publish(Outgoing message) {
        Outbox current = outbox;
        return current == null
                ? CompletableFuture.failedFuture(new IllegalStateException("the link is down: " + link.reason()))
                : current.put(message);
    }

    @Override
    public Link link() {
        return link;
    }

    @Override
    public Traffic traffic() {
        return new Traffic(inbox.received(), sent.sum(), inbox.dropped(), inbox.size());
    }

    @Override
    public void start() {
        running = true;
        inbox.start();
        connector.start();
    }

    @Override
    public void stop() {
        running = false;
        inbox.close();
    }

    @Override
    public void close() {
        inbox.close();
        connector.close();
    }

    /** Once stopped it stays so. */
    @Override
    public boolean isPauseable() {
        return false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    private void show(boolean up, BrokerUrl url, String reason) {
        Link before = link;
        if (before.up() == up && before.reason().equals(reason) && before.url().equals(url.toString())) {
            return;
        }
        Link now = new Link(up, url.toString(), reason, before.up() == up ? before.since() : clock.instant());
        link = now;
        LOG.info("The link to {} is {}: {}", now.url(), up ? "up" : "down", reason);
        try {
            onLink.accept(now);
        } catch (RuntimeException e) {
            LOG.error("Somebody failed on the news that the link changed", e);
        }
    }

    /** What the connector and its connections tell. */
    private final class Events implements Connector.Owner {
        @Override
        public List<String> filters() {
            return routes.filters();
        }

        @Override
        public void connected(PahoSession session, boolean resumed) {
            PahoBroker.this.session = sessions.at(session.url().toString(), session.resumed());
            acknowledgements.connected(resumed, session::acknowledge);
            outbox = new Outbox(session, sent, clock);
        }

        @Override
        public void up(PahoSession session, String words) {
            show(true, session.url(), words);
        }

        @Override
        public void down(BrokerUrl url, String reason) {
            Outbox broken = outbox;
            outbox = null;
            if (broken != null) {
                broken.close("the link broke: " + reason);
                acknowledgements.lost();
            }
            show(false, url, reason);
        }

        @Override
        public void arrived(String topic, MqttMessage message) {
            Sessions.Session current = session;
            List<Receiver> receivers =
                    routes.receivers(topic, message.getProperties().getSubscriptionIdentifiers());
            Delivery delivery = new Delivery(
                    PahoMessages.message(topic, message, clock.instant(), current.link(), current.number()),
                    receivers,
                    message.getId(),
                    acknowledgements);
            if (message.getQos() == 0 || acknowledgements.isNew(delivery)) {
                inbox.put(delivery);
            }
        }

        @Override
        public void lost(PahoSession session, String reason) {
            connector.lost(session, reason);
        }
    }
}
