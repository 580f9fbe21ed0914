package org.bmac.cnc;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.bmac.broker.Broker;
import org.bmac.broker.Message;
import org.bmac.broker.Outgoing;
import org.bmac.point.Bytes;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * Serves the original desktop client on {@code cc/firmware} and below {@code cc/ui} and {@code cc/nodes}, byte for byte as its server
 * did, where that is switched on. One thing at a time and in the order of arrival, on a thread of its own; whatever comes is
 * counted and never kills it. Changes are not answered, as they never were.
 */
@Component
public class CncServer {
    private static final Logger LOG = LoggerFactory.getLogger(CncServer.class);
    private static final List<String> TOPICS =
            List.of("cc/ui/config", "cc/nodes/new", "cc/nodes/update", "cc/nodes/delete", "cc/firmware");
    private static final int MOST_WAITING = 1_000;
    private static final long MOST_WAITING_BYTES = 64L << 20;
    private static final int LONGEST_WORDS = 100;

    private final CncSettings settings;
    private final Broker broker;
    private final CncFloor floor;
    private final CncFirmware firmware;
    private final Executor worker;
    private final @Nullable ExecutorService own;
    private final Map<Oddity, Long> odd = new EnumMap<>(Oddity.class);
    private final AtomicLong waiting = new AtomicLong();
    private long answered;
    private long changes;

    @Autowired
    CncServer(CncSettings settings, Broker broker, CncFloor floor, CncFirmware firmware) {
        this(
                settings,
                broker,
                floor,
                firmware,
                new ThreadPoolExecutor(
                        1,
                        1,
                        0,
                        TimeUnit.SECONDS,
                        new LinkedBlockingQueue<>(MOST_WAITING),
                        Thread.ofVirtual().name("cnc").factory()));
    }

    private CncServer(CncSettings settings, Broker broker, CncFloor floor, CncFirmware firmware, ExecutorService own) {
        this.settings = settings;
        this.broker = broker;
        this.floor = floor;
        this.firmware = firmware;
        this.worker = own;
        this.own = own;
    }

    /** For tests that want to say when it is done. */
    CncServer(CncSettings settings, Broker broker, CncFloor floor, CncFirmware firmware, Executor worker) {
        this.settings = settings;
        this.broker = broker;
        this.floor = floor;
        this.firmware = firmware;
        this.worker = worker;
        this.own = null;
    }

    @PostConstruct
    void open() {
        if (settings.enabled()) {
            TOPICS.forEach(topic -> broker.subscribe(topic, this::on));
            LOG.info(
                    "The original desktop client is served: it sees {}",
                    settings.floor().isEmpty() ? "the lowest floor" : "the floor " + settings.floor());
        }
    }

    @PreDestroy
    void close() {
        if (own != null) {
            own.shutdown(); // an interrupt in the middle of writing would close the database's file for everybody
            try {
                if (!own.awaitTermination(5, TimeUnit.SECONDS)) {
                    LOG.warn("What the desktop client asked for last is not done yet");
                }
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** What it has been asked; empty while it is switched off. */
    public synchronized Optional<CncCounters> counters() {
        return settings.enabled() ? Optional.of(new CncCounters(answered, changes, odd)) : Optional.empty();
    }

    private void on(Message message, Runnable acknowledgement) {
        int bytes = message.payload().length();
        try {
            if (waiting.addAndGet(bytes) > MOST_WAITING_BYTES) {
                throw new RejectedExecutionException();
            }
            worker.execute(() -> {
                try {
                    take(message);
                } finally {
                    waiting.addAndGet(-bytes);
                    acknowledgement.run();
                }
            });
        } catch (RejectedExecutionException _) {
            waiting.addAndGet(-bytes);
            count(Oddity.FULL, message, "");
            acknowledgement.run();
        }
    }

    private void take(Message message) {
        try {
            if (message.retained()) {
                throw new CncFloor.Odd(Oddity.KEPT, "");
            }
            serve(message);
        } catch (CncFloor.Odd e) {
            count(e.oddity, message, String.valueOf(e.getMessage()));
        } catch (RuntimeException e) {
            LOG.error("What came on {} could not be dealt with", message.topic(), e);
            count(Oddity.FAILED, message, "");
        }
    }

    private void serve(Message message) {
        String origin = "MQTT " + message.topic();
        switch (message.topic()) {
            case "cc/ui/config" -> answer(message.payload());
            case "cc/nodes/new" -> changed(() -> floor.add(record(message), origin));
            case "cc/nodes/update" -> changed(() -> floor.update(record(message), origin));
            case "cc/nodes/delete" ->
                changed(() -> floor.delete(message.payload().text(), origin));
            case "cc/firmware" -> serve(FirmwareWish.read(message.payload()), origin);
            default -> throw new CncFloor.Odd(Oddity.QUESTION, "");
        }
    }

    private void serve(FirmwareWish wish, String origin) {
        switch (wish) {
            case FirmwareWish.Files() -> {
                Bytes files = firmware.list();
                if (files.length() > 0) {
                    send("cc/firmware/list", files);
                }
            }
            case FirmwareWish.Change change -> changed(() -> firmware.change(change, origin));
            case FirmwareWish.Upload upload -> changed(() -> firmware.upload(upload, origin));
            case FirmwareWish.Bad(Oddity why) -> throw new CncFloor.Odd(why, "");
        }
    }

    private NodeRecord record(Message message) {
        return switch (NodeRecord.read(message.payload())) {
            case NodeRecord.Read.Bad(Oddity why) -> throw new CncFloor.Odd(why, "");
            case NodeRecord.Read.Good(NodeRecord node, boolean isLengthRight) -> {
                if (!isLengthRight) {
                    count(Oddity.LENGTH, message, "; it counts all the same");
                }
                yield node;
            }
        };
    }

    /** Where there is nothing to say nothing is said, as it always was. */
    private void answer(Bytes question) {
        switch (question.length() <= LONGEST_WORDS ? question.text() : "") {
            case "map" -> {
                FloorImage plan = floor.image().orElseThrow(() -> new CncFloor.Odd(Oddity.FLOOR, settings.floor()));
                send("cc/ui/config/map", plan.content());
            }
            case "nodes" -> {
                List<NodeRecord> nodes = floor.nodes();
                if (!nodes.isEmpty()) {
                    send("cc/nodes/all", NodeRecord.all(nodes));
                }
            }
            default -> throw new CncFloor.Odd(Oddity.QUESTION, "");
        }
    }

    private void send(String topic, Bytes payload) {
        var _ = broker.publish(Outgoing.plain(topic, payload)).exceptionally(lost -> {
            LOG.info("{} was not sent: {}", topic, lost.getMessage());
            return null;
        });
        synchronized (this) {
            answered++;
        }
    }

    private void changed(Runnable change) {
        change.run();
        synchronized (this) {
            changes++;
        }
    }

    /** The first, the second, the fourth, the eighth … of each is in the log: a client gone wild must not fill it. */
    private void count(Oddity oddity, Message message, String more) {
        long so;
        synchronized (this) {
            so = odd.merge(oddity, 1L, Long::sum);
        }
        if (Long.bitCount(so) == 1) {
            LOG.warn(
                    "From the desktop client on {} came {} bytes: a message that {}{} ({} of these)",
                    message.topic(),
                    message.payload().length(),
                    oddity.words(),
                    more.isEmpty() || more.startsWith(";") ? more : ": " + printable(more),
                    so);
        }
    }

    private static String printable(String text) {
        String plain = text.replaceAll("\\p{Cntrl}", " ");
        return plain.length() <= LONGEST_WORDS ? plain : plain.substring(0, LONGEST_WORDS);
    }
}
