package org.bmac.homeassistant;

import jakarta.annotation.PreDestroy;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.bmac.access.AccessChanged;
import org.bmac.access.Actor;
import org.bmac.broker.Broker;
import org.bmac.broker.Link;
import org.bmac.broker.LinkChanged;
import org.bmac.broker.Message;
import org.bmac.broker.Outgoing;
import org.bmac.building.Building;
import org.bmac.building.BuildingChanged;
import org.bmac.building.Buildings;
import org.bmac.building.Node;
import org.bmac.building.Point;
import org.bmac.command.Commands;
import org.bmac.command.Wish;
import org.bmac.live.Following;
import org.bmac.live.Latest;
import org.bmac.live.Live;
import org.bmac.point.Bytes;
import org.bmac.point.PointId;
import org.bmac.point.Value;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.ContextRefreshedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Tells Home Assistant of our placed nodes and of what their points report, and hands on what it wants of outputs. All work is
 * done on a thread of its own; nothing happens unless it is switched on.
 */
@Component
class Publisher {
    private static final Logger LOG = LoggerFactory.getLogger(Publisher.class);
    private static final long EVERY_MILLIS = 500;
    private static final int AT_ONCE = 1_000;
    private static final int MOST_KEPT = 10_000;
    private static final Duration SETTLING = Duration.ofSeconds(2);
    private static final long GOODBYE_MILLIS = 1_000;

    private final HomeAssistantSettings settings;
    private final Broker broker;
    private final Buildings buildings;
    private final Live live;
    private final Account account;
    private final Commands commands;
    private final ScheduledExecutorService worker = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("publication").daemon().factory());
    private final AtomicBoolean changed = new AtomicBoolean();
    private final AtomicLong refused = new AtomicLong();

    /** Our announcements as the broker keeps them, by topic. */
    private final Map<String, Bytes> kept = new ConcurrentHashMap<>();

    /** What Home Assistant wants and nobody has asked for yet. */
    private final Map<PointId, Message> wanted = new ConcurrentHashMap<>();

    /** What was announced last, by topic; the following is the worker's too. */
    private final Map<String, Bytes> announced = new HashMap<>();

    private final Map<PointId, Bytes> states = new HashMap<>();
    private final Map<PointId, Latest> waiting = new LinkedHashMap<>();
    private volatile Set<PointId> shown = Set.of();
    private @Nullable Following following;

    Publisher(
            HomeAssistantSettings settings,
            Broker broker,
            Buildings buildings,
            Live live,
            Account account,
            Commands commands) {
        this.settings = settings;
        this.broker = broker;
        this.buildings = buildings;
        this.live = live;
        this.account = account;
        this.commands = commands;
    }

    /** Not before everybody listens. */
    @EventListener(ContextRefreshedEvent.class)
    void open() {
        if (settings.publish() && following == null) {
            following = live.follow(point -> shown.contains(point), () -> {});
            broker.subscribe(Publication.COMMANDS, this::on);
            broker.subscribe(settings.prefix() + "/device/+/config", this::onAnnouncement);
            changed.set(true);
            var _ = worker.scheduleWithFixedDelay(this::work, EVERY_MILLIS, EVERY_MILLIS, TimeUnit.MILLISECONDS);
        }
    }

    @PreDestroy
    void close() {
        worker.shutdownNow();
        if (settings.publish() && broker.link().up()) {
            try {
                broker.publish(Publication.gone()).get(GOODBYE_MILLIS, TimeUnit.MILLISECONDS);
            } catch (ExecutionException | TimeoutException e) {
                LOG.info("Home Assistant was not told that we go: {}", e.toString());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** How many commands made no sense, or were for no output of ours. */
    long refused() {
        return refused.get();
    }

    @EventListener(BuildingChanged.class)
    void onBuilding() {
        changed.set(true);
    }

    @EventListener(AccessChanged.class)
    void onAccess() {
        changed.set(true);
    }

    /** What was sent while the link broke may not have arrived. */
    @EventListener
    void on(LinkChanged link) {
        if (settings.publish() && link.link().up()) {
            try {
                worker.execute(this::forget);
            } catch (RejectedExecutionException e) {
                LOG.debug("the program ends", e);
            }
        }
    }

    private void forget() {
        announced.clear();
        states.clear();
        shown = Set.of();
        changed.set(true);
    }

    /** Never throws, or it would not be called again. */
    private void work() {
        try {
            if (broker.link().up()) {
                if (changed.getAndSet(false)) {
                    announce();
                }
                say();
            }
        } catch (RuntimeException e) {
            LOG.error("Home Assistant could not be told", e);
        }
    }

    /** What the broker keeps of ours, also from before; what is no longer to be seen is taken away. */
    private void onAnnouncement(Message message, Runnable acknowledgement) {
        acknowledgement.run();
        if (!Publication.isOurs(settings.prefix(), message.topic())) {
            return;
        }
        if (message.payload().length() == 0 || message.payload().length() > Json.LONGEST) {
            kept.remove(message.topic());
        } else if (kept.size() < MOST_KEPT && kept.put(message.topic(), message.payload()) == null) {
            changed.set(true);
        }
    }

    private void announce() {
        Building building = buildings.current();
        Optional<Actor> actor = account.actor();
        Set<PointId> points = new HashSet<>();
        Set<String> topics = new HashSet<>();
        send(Publication.there());
        for (Node node : building.nodes()) {
            List<Point> seen = building.pointsOf(node.id()).stream()
                    .filter(point -> account.sees(actor, point.id()))
                    .toList();
            if (node.placed() && node.dialect().ours() && !seen.isEmpty()) {
                seen.forEach(point -> points.add(point.id()));
                Outgoing announcement = Publication.announcement(
                        settings.prefix(),
                        building,
                        node,
                        seen::contains,
                        point -> account.commands(actor, point.id()));
                topics.add(announcement.topic());
                if (!announcement.payload().equals(announced.put(announcement.topic(), announcement.payload()))) {
                    send(announcement);
                }
            }
        }
        Map<String, Bytes> old = new HashMap<>(kept);
        old.putAll(announced);
        old.keySet().removeAll(topics);
        Set<PointId> hidden = new HashSet<>(shown);
        old.forEach((topic, payload) -> {
            announced.remove(topic);
            kept.remove(topic);
            send(Publication.withdrawal(topic));
            hidden.addAll(Publication.pointsOf(payload));
        });
        hidden.removeAll(points);
        hidden.forEach(point -> send(Publication.withdrawalOf(point)));
        states.keySet().retainAll(points);
        waiting.keySet().retainAll(points);
        shown = Set.copyOf(points);
        live.all().forEach(this::wait);
    }

    private void wait(Latest latest) {
        if (shown.contains(latest.point())) {
            waiting.put(latest.point(), latest);
        }
    }

    /** Only the newest of each point, and only what is not said already. */
    private void say() {
        if (following != null) {
            following.drain().forEach(this::wait);
        }
        Iterator<Latest> all = waiting.values().iterator();
        for (int i = 0; i < AT_ONCE && all.hasNext(); ) {
            Outgoing state = Publication.state(all.next());
            all.remove();
            PointId point = Publication.pointOf(state.topic());
            if (!state.payload().equals(states.put(point, state.payload()))) {
                send(state);
                i++;
            }
        }
    }

    /** What is lost with the link is said again when it is back. */
    private void send(Outgoing message) {
        var _ = broker.publish(message).exceptionally(lost -> {
            LOG.debug("{} was not said: {}", message.topic(), lost.getMessage());
            return null;
        });
    }

    /**
     * Home Assistant wants something. What the broker had kept, be it because we were away, is not wanted any more; of several
     * for one output the newest counts.
     */
    private void on(Message message, Runnable acknowledgement) {
        acknowledgement.run();
        Optional<PointId> id = Publication.commanded(message.topic()).filter(shown::contains);
        boolean late = message.retained() || isFromBefore(message);
        if (late || id.isEmpty() || message.payload().length() > Publication.LONGEST_COMMAND) {
            refuse(message);
        } else if (wanted.put(id.get(), message) == null) {
            try {
                worker.execute(() -> command(id.get()));
            } catch (RejectedExecutionException e) {
                LOG.debug("the program ends", e);
            }
        }
    }

    /** Whether it has come so soon after the link that the broker may have had it for long. */
    private boolean isFromBefore(Message message) {
        Link link = broker.link();
        return !link.up() || message.at().isBefore(link.since().plus(SETTLING));
    }

    private void refuse(Message message) {
        if (refused.getAndIncrement() == 0) {
            LOG.warn("what came on {} is no command that Home Assistant may give", message.topic());
        }
    }

    private void command(PointId id) {
        Message message = wanted.remove(id);
        if (message != null) {
            try {
                command(id, message);
            } catch (RuntimeException e) {
                LOG.error("what Home Assistant wants of point {} could not be asked", id, e);
            }
        }
    }

    private void command(PointId id, Message message) {
        Optional<Value> value =
                buildings.current().point(id).flatMap(point -> Publication.wanted(point.kind(), message.payload()));
        Optional<Actor> actor = account.actor();
        if (value.isEmpty() || actor.isEmpty()) {
            refuse(message);
            return;
        }
        commands.request(actor.get(), Account.CLIENT, Wish.override(id, value.get()));
    }
}
