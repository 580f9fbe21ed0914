package org.bmac.homeassistant;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.bmac.access.Actor;
import org.bmac.access.Right;
import org.bmac.access.Rights;
import org.bmac.broker.Broker;
import org.bmac.broker.Message;
import org.bmac.broker.Properties5;
import org.bmac.building.Building;
import org.bmac.building.Buildings;
import org.bmac.building.Node;
import org.bmac.node.Intake;
import org.bmac.node.NodeMessage;
import org.bmac.node.Sign;
import org.bmac.point.Bytes;
import org.bmac.point.PointId;
import org.bmac.point.PointsFound;
import org.bmac.point.PointsLost;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;

/**
 * The devices of other worlds that announce themselves by Home Assistant's MQTT discovery. Announcements are read on a thread
 * of this room's own, several together; then their topics are listened to. Nothing of that happens unless it is switched on.
 * The public methods may be called on any thread.
 */
@Component
public class Discovered {
    /** So many announcements are kept; further ones are counted as refused. */
    static final int MOST_ANNOUNCEMENTS = 5_000;

    /** So many topics are listened to; what needs more is left out. */
    static final int MOST_TOPICS = 5_000;

    private static final Logger LOG = LoggerFactory.getLogger(Discovered.class);
    private static final long GATHERING_MILLIS = 300;
    private static final long RETRY_MILLIS = 30_000;
    private static final String OURS = HomeAssistantSettings.OWN + "_";

    private final HomeAssistantSettings settings;
    private final Broker broker;
    private final Buildings buildings;
    private final Rights rights;
    private final Devices devices;
    private final Announced announced;
    private final Translator translator;
    private final Intake intake;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    private final Announcements announcements;
    private final ScheduledExecutorService worker = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("discovery").daemon().factory());

    /** By topic, what has come and is not read yet; its own lock. */
    private final Map<String, Bytes> pending = new LinkedHashMap<>();

    /** The following is the worker's. */
    private final Map<String, Announcement.Told> told = new TreeMap<>();

    private final Map<String, String> unread = new TreeMap<>();
    private final Set<String> topics = new HashSet<>();
    private final Set<String> away = new HashSet<>();
    private final Set<PointId> missing = new HashSet<>();
    private long failures;
    private boolean retrying;
    private volatile List<Shown> shown = List.of();

    Discovered(
            HomeAssistantSettings settings,
            Broker broker,
            Buildings buildings,
            Rights rights,
            Devices devices,
            Announced announced,
            Translator translator,
            Intake intake,
            ApplicationEventPublisher events,
            Clock clock) {
        this.settings = settings;
        this.broker = broker;
        this.buildings = buildings;
        this.rights = rights;
        this.devices = devices;
        this.announced = announced;
        this.translator = translator;
        this.intake = intake;
        this.events = events;
        this.clock = clock;
        this.announcements = new Announcements(settings.prefix(), new Trust(settings.trusted()));
    }

    @PostConstruct
    void open() {
        if (settings.enabled()) {
            broker.subscribe(settings.prefix() + "/+/+/config", this::on);
            broker.subscribe(settings.prefix() + "/+/+/+/config", this::on);
        }
    }

    @PreDestroy
    void close() {
        worker.shutdownNow();
    }

    /** Whether announcements are listened to. */
    public boolean isEnabled() {
        return settings.enabled();
    }

    /** The topics at or below which devices may speak. */
    public List<String> trusted() {
        return settings.trusted();
    }

    /** Whether this actor may know what announces itself: who may configure the whole building. */
    public boolean may(Actor by) {
        return rights.reach(by, Right.CONFIGURE).everywhere();
    }

    /**
     * What is announced now, by name.
     *
     * @throws AccessDeniedException for who {@linkplain #may may not} know
     */
    public List<DiscoveredDevice> devices(Actor by) {
        if (!may(by)) {
            throw new AccessDeniedException(by.name() + " may not see what announces itself.");
        }
        return devices();
    }

    List<DiscoveredDevice> devices() {
        Building building = buildings.current();
        return shown.stream().map(part -> shown(building, part)).toList();
    }

    /** The broker keeps announcements, so that nothing is lost with one that is not read yet. */
    private void on(Message message, Runnable acknowledgement) {
        boolean first = false;
        synchronized (pending) {
            if (message.payload().length() > Json.LONGEST) {
                LOG.debug(
                        "an announcement of {} bytes is not read",
                        message.payload().length());
            } else if (pending.size() < MOST_ANNOUNCEMENTS || pending.containsKey(message.topic())) {
                first = pending.isEmpty();
                pending.put(message.topic(), message.payload());
            }
        }
        if (first) {
            later(GATHERING_MILLIS);
        }
        acknowledgement.run();
    }

    private void later(long millis) {
        try {
            var _ = worker.schedule(this::work, millis, TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException e) {
            LOG.debug("the program ends", e);
        }
    }

    private void work() {
        retrying = false;
        Map<String, Bytes> batch;
        synchronized (pending) {
            batch = new LinkedHashMap<>(pending);
            pending.clear();
        }
        batch.forEach(this::read);
        try {
            take();
            failures = 0;
        } catch (RuntimeException e) {
            failures++;
            if (Long.bitCount(failures) == 1) {
                LOG.error("what devices announce cannot be kept, failure {}; it is tried again", failures, e);
            }
            if (!retrying) {
                retrying = true;
                later(RETRY_MILLIS);
            }
        }
    }

    private void read(String topic, Bytes payload) {
        if (isOurs(topic)) {
            return;
        }
        switch (announcements.read(topic, payload)) {
            case Announcement.Told one -> {
                unread.remove(topic);
                if (told.size() < MOST_ANNOUNCEMENTS || told.containsKey(one.key())) {
                    told.put(one.key(), one);
                }
            }
            case Announcement.Removed(String key) -> {
                told.remove(key);
                unread.remove(topic);
            }
            case Announcement.Refused(String reason) -> {
                if (unread.size() < MOST_ANNOUNCEMENTS) {
                    unread.put(topic, reason);
                }
            }
            case Announcement.NotOne() -> {}
        }
    }

    /** Whether we have announced it ourselves. */
    private static boolean isOurs(String topic) {
        String object = topic.substring(0, topic.length() - "/config".length());
        return object.substring(object.lastIndexOf('/') + 1).startsWith(OURS);
    }

    private void take() {
        Devices.Admitted admitted = devices.admit(List.copyOf(told.values()));
        Catalogue before = announced.catalogue();
        Catalogue catalogue = new Catalogue(admitted.entries());
        announced.replace(catalogue);
        tell(before, catalogue);
        shown = shown(catalogue, admitted.problems());
        for (String topic : catalogue.topics()) {
            if (topics.size() < MOST_TOPICS && topics.add(topic)) {
                broker.subscribe(topic, translator::on);
            }
        }
    }

    /** Devices and quantities that are no longer announced are offline; devices that are again, are there. */
    private void tell(Catalogue before, Catalogue now) {
        Set<PointId> lost = new HashSet<>(before.points());
        lost.removeAll(now.points());
        if (!lost.isEmpty()) {
            events.publishEvent(new PointsLost(lost, "its announcement was withdrawn", clock.instant()));
        }
        for (String uid : before.devices().keySet()) {
            if (!now.devices().containsKey(uid) && away.add(uid)) {
                tell(uid, Sign.GONE);
            }
        }
        for (String uid : now.devices().keySet()) {
            if (away.remove(uid)) {
                tell(uid, Sign.ALIVE);
            }
        }
        missing.addAll(lost);
        Set<PointId> found = new HashSet<>(missing);
        found.retainAll(now.points());
        missing.removeAll(found);
        if (!found.isEmpty()) {
            events.publishEvent(new PointsFound(found, clock.instant()));
        }
    }

    private void tell(String uid, Sign sign) {
        translator.forget(uid);
        Message message =
                new Message(settings.prefix(), Bytes.NONE, 0, false, false, Properties5.NONE, clock.instant());
        intake.hear(message, new NodeMessage.Presence(uid, sign), () -> {});
    }

    private List<Shown> shown(Catalogue catalogue, Map<String, String> problems) {
        Map<String, List<Announcement.Told>> byDevice = told.values().stream()
                .collect(Collectors.groupingBy(one -> one.device().id()));
        List<Shown> all = new ArrayList<>();
        byDevice.values().forEach(parts -> all.add(shown(catalogue, problems, parts)));
        unread.forEach((topic, reason) -> all.add(new Shown(
                new Device(topic, topic, ""), 0, List.of(new DiscoveredDevice.Refused("The announcement", reason)))));
        all.sort(Comparator.comparing(one -> one.device().name(), String.CASE_INSENSITIVE_ORDER));
        return List.copyOf(all);
    }

    private static Shown shown(Catalogue catalogue, Map<String, String> problems, List<Announcement.Told> parts) {
        Device device = parts.getFirst().device();
        int points =
                catalogue.devices().getOrDefault(Names.uid(device), List.of()).size();
        List<DiscoveredDevice.Refused> refused = new ArrayList<>();
        parts.forEach(part ->
                part.unsupported().forEach(one -> refused.add(new DiscoveredDevice.Refused(one.name(), one.reason()))));
        String problem = problems.get(device.id());
        if (problem != null) {
            refused.add(new DiscoveredDevice.Refused(device.name(), problem));
        }
        return new Shown(device, points, List.copyOf(refused));
    }

    private static DiscoveredDevice shown(Building building, Shown part) {
        Device device = part.device();
        Node node = building.nodeOfUid(Names.uid(device));
        DiscoveredDevice.Home home = node == null
                ? null
                : new DiscoveredDevice.Home(node.id(), String.valueOf(node.uid()), node.location(), node.placed());
        return new DiscoveredDevice(device.name(), device.model(), home, part.points(), part.refused());
    }

    /** What there is to say of a device but for its node, which may change. */
    private record Shown(Device device, int points, List<DiscoveredDevice.Refused> refused) {}
}
