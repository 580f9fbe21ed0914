package org.bmac.node;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.bmac.broker.Broker;
import org.bmac.broker.Message;
import org.bmac.building.Buildings;
import org.bmac.building.Node;
import org.bmac.building.NodeId;
import org.bmac.point.ReadingListener;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * Where messages become readings: it subscribes, decodes, finds the point, tells every {@link ReadingListener} and
 * {@link NodeListener}, and acknowledges when the listeners say that nothing of it can be lost any more. What comes from a
 * node or a place that nobody knows makes an unplaced node with its points first, on another thread; messages of others do
 * not wait for that. The public methods may be called on any thread.
 */
@Component
public class Intake {
    /** So many nodes may wait for a place; messages of further unknown ones are counted and refused. */
    public static final int MOST_UNPLACED = 1_000;

    private static final List<String> TOPICS = List.of(
            "nsa/#",
            "cc/config",
            "cc/response",
            "cc/sos",
            "presence/response",
            "presence/pong",
            "log/all",
            "last/will",
            "pwm/+",
            "io/response/+",
            "switch/response/+",
            "plant/response/+",
            "coffee/response",
            "bmac5/+/alive",
            "bmac5/+/hello",
            "bmac5/+/r/+",
            "bmac5/+/a/+",
            "bmac5/+/log");

    private final Broker broker;
    private final Object lock = new Object();
    private final Tally tally = new Tally();
    private final LastSeen lastSeen;
    private final Addresses addresses;
    private final Telling telling;
    private final Resolution resolution;
    private final Admission admission;

    @Autowired
    Intake(
            Broker broker,
            Buildings buildings,
            List<ReadingListener> readingListeners,
            List<NodeListener> nodeListeners,
            LastSeen lastSeen,
            Addresses addresses,
            Gate gate) {
        this(broker, buildings, readingListeners, nodeListeners, lastSeen, addresses, gate, MOST_UNPLACED);
    }

    Intake(
            Broker broker,
            Buildings buildings,
            List<ReadingListener> readingListeners,
            List<NodeListener> nodeListeners,
            LastSeen lastSeen,
            Addresses addresses,
            Gate gate,
            int mostUnplaced) {
        this.broker = broker;
        this.lastSeen = lastSeen;
        this.addresses = addresses;
        this.telling = new Telling(readingListeners, nodeListeners, tally);
        this.resolution = new Resolution(buildings, new Known(telling, tally, lastSeen, addresses, gate), tally);
        this.admission = new Admission(buildings, lock, resolution::take, tally, mostUnplaced);
    }

    @PostConstruct
    void open() {
        Thread.ofPlatform().name("admission").daemon().start(admission);
        TOPICS.forEach(topic -> broker.subscribe(topic, this::on));
    }

    @PreDestroy
    void close() {
        synchronized (lock) {
            admission.close();
        }
    }

    /** Called on the broker's delivery thread. */
    void on(Message message, Runnable acknowledgement) {
        hear(message, Dialects.decode(message), acknowledgement);
    }

    /**
     * Takes what a message says that another room has read, as one of ours. On any thread that may wait; what one device says
     * in its order.
     *
     * @param acknowledgement is run, on any thread, when nothing of it can be lost any more
     */
    public void hear(Message message, NodeMessage said, Runnable acknowledgement) {
        telling.awaitRoom();
        Heard heard = new Heard(said, message, whenSafe(message, acknowledgement));
        Runnable then;
        synchronized (lock) {
            tally.messages++;
            then = waits(heard) ? Intake::nothing : heard.told().get();
        }
        then.run();
    }

    /** What waits is acknowledged when it is let through. */
    private static void nothing() {}

    /** To be called when the listeners have been told; a message of QoS 0 waits for nothing, as nobody waits for it. */
    private Supplier<Runnable> whenSafe(Message message, Runnable acknowledgement) {
        return message.qos() == 0 ? () -> acknowledgement : () -> telling.whenSafe(message.receipt(), acknowledgement);
    }

    private boolean waits(Heard heard) {
        String name = heard.name();
        boolean behind = name != null && admission.holds(name);
        if (!behind && resolution.take(heard)) {
            return false;
        }
        return name != null && admission.hold(heard, name);
    }

    /** What it has done so far. */
    public Counters counters() {
        synchronized (lock) {
            return tally.counters(admission.waiting());
        }
    }

    /** The last 200 messages that could not be read, newest last. */
    public List<Unread> unreadable() {
        synchronized (lock) {
            return tally.last();
        }
    }

    /** When a node said something last, since the start. */
    public Optional<Instant> lastSeen(NodeId node) {
        return lastSeen.of(node);
    }

    /**
     * The name on which a firmware node's modules listen for commands, as its last answer showed: its location, or its UID
     * while it has not restarted since it was given one.
     */
    public String addressOf(Node node) {
        return addresses.of(node);
    }
}
