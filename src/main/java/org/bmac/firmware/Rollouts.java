package org.bmac.firmware;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.bmac.access.Actor;
import org.bmac.access.User;
import org.bmac.access.Users;
import org.bmac.building.Building;
import org.bmac.building.Buildings;
import org.bmac.building.Dialect;
import org.bmac.building.Node;
import org.bmac.building.NodeId;
import org.bmac.firmware.Rollout.Part;
import org.bmac.firmware.Rollout.Progress;
import org.bmac.firmware.Rollout.State;
import org.bmac.node.Answered;
import org.bmac.node.LogLevel;
import org.bmac.node.NodeListener;
import org.bmac.node.NodeMessage;
import org.bmac.node.Sign;
import org.bmac.node.Upgrades;
import org.bmac.point.Bytes;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Brings images to nodes: one first, then a tenth of the others, then the rest. Each stage waits until all nodes of the one
 * before are back and say the new version; when one is not in time, or says another version, nobody else is asked. What a
 * roll-out has come to is kept at each step, and it goes on after a restart of the program. It acts in the name of who began
 * it, with the rights that this person has at each moment. Every method may be called on any thread.
 */
@Component
public class Rollouts implements NodeListener {
    private static final Logger LOG = LoggerFactory.getLogger(Rollouts.class);
    private static final String GIVEN_UP = "Firmware update failed.";
    private static final int MOST_NODES = 10_000;
    private static final int MOST_WAITING = 10_000;
    private static final int LONGEST = 300;

    private final RolloutRows rows;
    private final ImageRows images;
    private final Upgrades upgrades;
    private final Buildings buildings;
    private final Users users;
    private final FirmwareSettings settings;
    private final TransactionTemplate transactions;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    private final Map<Integer, Rollout> open = new LinkedHashMap<>();
    private final Set<NodeId> watched = ConcurrentHashMap.newKeySet();
    private final Set<NodeId> restarted = new HashSet<>();
    private final Queue<News> waiting = new ConcurrentLinkedQueue<>();
    private boolean begun;

    /** What was heard of a node that is watched. */
    private sealed interface News {
        NodeId node();

        /** It says hello, and has yet to be asked for its version. */
        record Came(NodeId node) implements News {}

        /** It is there, and says its version by itself. */
        record Reappeared(NodeId node) implements News {}

        record Runs(NodeId node, String version) implements News {}

        record Said(NodeId node, LogLevel level, String text) implements News {}

        record Fetched(NodeId node, int image) implements News {}
    }

    Rollouts(
            RolloutRows rows,
            ImageRows images,
            Upgrades upgrades,
            Buildings buildings,
            Users users,
            FirmwareSettings settings,
            TransactionTemplate transactions,
            ApplicationEventPublisher events,
            Clock clock) {
        this.rows = rows;
        this.images = images;
        this.upgrades = upgrades;
        this.buildings = buildings;
        this.users = users;
        this.settings = settings;
        this.transactions = transactions;
        this.events = events;
        this.clock = clock;
        rows.unfinished().forEach(rollout -> open.put(rollout.id(), rollout));
        watch();
    }

    /** Nodes that this image is for, where the actor may look after them, by their location. */
    public List<Node> candidates(Actor by, FirmwareImage image) {
        return buildings.current().nodes().stream()
                .filter(node -> node.dialect() == image.dialect() && node.uid() != null && upgrades.may(by, node))
                .sorted(Comparator.comparing(Node::location, String.CASE_INSENSITIVE_ORDER))
                .toList();
    }

    /** Which version a node said that it runs; null when it has not said. */
    public @Nullable String version(NodeId node) {
        return upgrades.version(node);
    }

    /** The newest, as they are now. */
    public synchronized List<Rollout> newest(int most) {
        return rows.newest(most).stream()
                .map(rollout -> open.getOrDefault(rollout.id(), rollout))
                .toList();
    }

    /**
     * Begins to bring an image to nodes, in this order; the first one goes alone.
     *
     * @param patience how long each may take until it is back, 10 s to 24 h
     * @throws AccessDeniedException when the actor may not look after one of them
     * @throws IllegalArgumentException with a sentence when there is none, one speaks another dialect or has another image on
     *     its way, or nodes of the dialect have nowhere to fetch it, or the patience is none
     */
    public Rollout start(Actor by, String origin, int image, List<NodeId> nodes, Duration patience) {
        FirmwareImage chosen =
                images.of(image).orElseThrow(() -> new IllegalArgumentException("This image is no longer there."));
        Map<NodeId, Integer> wishes = new LinkedHashMap<>();
        nodes.forEach(node -> wishes.put(node, image));
        return start(by, origin, chosen.words(), wishes, patience);
    }

    /**
     * Brings all nodes of a roll-out that were asked back to what they are known to have run before.
     *
     * @throws IllegalArgumentException with a sentence when of none is known what it ran
     */
    public Rollout rollBack(Actor by, String origin, int id) {
        Rollout rollout = of(id);
        need(by, rollout);
        Map<NodeId, Integer> wishes = new LinkedHashMap<>();
        for (Part part : rollout.parts()) {
            Integer before = part.before();
            if (before != null && part.progress() != Progress.WAITING && before != part.image()) {
                wishes.put(part.node(), before);
            }
        }
        if (wishes.isEmpty()) {
            throw new IllegalArgumentException(
                    "Of none of these nodes is an image kept that it ran before; bring the old one as an image and roll it out.");
        }
        if (rollout.state().isOpen()) {
            end(by, origin, id);
        }
        return start(by, origin, "Back from " + rollout.words(), wishes, rollout.patience());
    }

    private Rollout start(Actor by, String origin, String words, Map<NodeId, Integer> wishes, Duration patience) {
        FirmwareSettings.checkPatience("What a node may take", patience);
        if (wishes.isEmpty() || wishes.size() > MOST_NODES) {
            throw new IllegalArgumentException("Choose 1 to " + MOST_NODES + " nodes.");
        }
        List<Node> nodes = wishes.keySet().stream().map(id -> node(by, id)).toList();
        synchronized (this) {
            Rollout kept = Objects.requireNonNull(
                    transactions.execute(_ -> begin(by, origin, words, patience, parts(wishes, nodes))));
            open.put(kept.id(), kept);
            watch();
            return kept;
        }
    }

    /** The images are held, so that nobody corrects them meanwhile. */
    private List<Part> parts(Map<NodeId, Integer> wishes, List<Node> nodes) {
        wishes.values().stream().distinct().sorted().forEach(images::hold);
        List<Part> parts = new ArrayList<>();
        for (Node node : nodes) {
            int image = Objects.requireNonNull(wishes.get(node.id()));
            check(node, image);
            Integer before = images.running(node.id()).orElse(null);
            int stage = Course.stage(parts.size(), nodes.size());
            parts.add(new Part(node.id(), image, before, stage, Progress.WAITING, "", null));
        }
        return parts;
    }

    private Rollout begin(Actor by, String origin, String words, Duration patience, List<Part> parts) {
        tell(by, origin, "Began to roll out " + words + " to " + count(parts.size()) + ".");
        Instant now = Instant.ofEpochMilli(clock.millis());
        return rows.add(new Rollout(0, words, now, by.user(), by.name(), origin, patience, State.RUNNING, "", parts));
    }

    private Node node(Actor by, NodeId id) {
        return buildings
                .current()
                .node(id)
                .filter(node -> upgrades.may(by, node))
                .orElseThrow(() -> new AccessDeniedException(by.name() + " may not bring firmware to this node."));
    }

    private void check(Node node, int image) {
        FirmwareImage chosen =
                images.of(image).orElseThrow(() -> new IllegalArgumentException("This image is no longer there."));
        if (node.uid() == null) {
            throw new IllegalArgumentException(
                    node.location() + " can be sent nothing: only its location is known, not its UID.");
        }
        if (node.dialect() != chosen.dialect()) {
            throw new IllegalArgumentException(
                    node.location() + " speaks another dialect than " + chosen.words() + ".");
        }
        if (open.values().stream().anyMatch(other -> isIn(other, node.id()))) {
            throw new IllegalArgumentException(node.location() + " is in a roll-out that is not over yet.");
        }
        if (node.dialect() == Dialect.FIRMWARE && settings.port() == 0) {
            throw new IllegalArgumentException(
                    "Nodes fetch their firmware over HTTP, which is switched off: set BMAC_FIRMWARE_PORT.");
        }
        if (node.dialect() == Dialect.BMAC5 && settings.url().isEmpty()) {
            throw new IllegalArgumentException(
                    "BMaC 5 nodes fetch their firmware over HTTPS, and it is not known where: set BMAC_FIRMWARE_URL.");
        }
    }

    private static boolean isIn(Rollout rollout, NodeId node) {
        return rollout.state().isOpen()
                && rollout.parts().stream()
                        .anyMatch(part -> part.node().equals(node) && part.progress() != Progress.BACK);
    }

    /** Nobody else is asked until it goes on. */
    public void pause(Actor by, String origin, int id) {
        change(by, origin, id, "Paused", rollout -> rollout.now(State.PAUSED, "Paused by " + by.name() + "."));
    }

    /** It goes on where it stands; nodes that failed are asked again. */
    public void resume(Actor by, String origin, int id) {
        change(by, origin, id, "Went on with", Course::resumed);
    }

    /** It is over, as it stands; nodes that are under way still come back, or are too late. */
    public void end(Actor by, String origin, int id) {
        change(by, origin, id, "Ended", rollout -> rollout.now(State.ENDED, "Ended by " + by.name() + "."));
    }

    /** @throws AccessDeniedException when the actor may not look after one of its nodes */
    private void need(Actor by, Rollout rollout) {
        rollout.parts().stream()
                .map(Part::node)
                .filter(node -> buildings.current().node(node).isPresent())
                .forEach(node -> node(by, node));
    }

    private synchronized void change(Actor by, String origin, int id, String did, UnaryOperator<Rollout> how) {
        Rollout before = of(id);
        if (!before.state().isOpen()) {
            throw new IllegalArgumentException("This roll-out is over.");
        }
        need(by, before);
        transactions.executeWithoutResult(_ -> {
            tell(by, origin, did + " the roll-out of " + before.words() + ".");
            rows.write(before, how.apply(before));
        });
        put(how.apply(before));
    }

    private synchronized Rollout of(int id) {
        Rollout found = open.get(id);
        return found != null
                ? found
                : rows.newest(Integer.MAX_VALUE).stream()
                        .filter(rollout -> rollout.id() == id)
                        .findFirst()
                        .orElseThrow(() -> new IllegalArgumentException("There is no such roll-out."));
    }

    private void put(Rollout rollout) {
        if (rollout.state().isOpen()
                || rollout.parts().stream().anyMatch(part -> part.progress().isUnderWay())) {
            open.put(rollout.id(), rollout);
        } else {
            open.remove(rollout.id());
        }
        watch();
    }

    private void watch() {
        Set<NodeId> now = open.values().stream()
                .flatMap(rollout -> rollout.parts().stream())
                .filter(part -> part.progress() != Progress.BACK)
                .map(Part::node)
                .collect(Collectors.toSet());
        watched.addAll(now);
        watched.retainAll(now);
        restarted.retainAll(now);
    }

    private void tell(Actor by, String origin, String words) {
        events.publishEvent(new FirmwareChanged(by, origin, words));
    }

    // What is heard.

    @Override
    public void on(NodeMessage said, @Nullable Node node, Instant at) {
        if (node == null || !watched.contains(node.id())) {
            return;
        }
        NodeId id = node.id();
        if (said instanceof NodeMessage.Hello) {
            offer(new News.Came(id));
        } else if (said instanceof Answered.Version(String _, String version)) {
            offer(new News.Runs(id, version));
        } else if (said instanceof NodeMessage.Presence(String _, Sign sign) && sign == Sign.ALIVE) {
            offer(new News.Reappeared(id));
        } else if (said instanceof NodeMessage.Described described) {
            offer(new News.Runs(id, described.major() + "." + described.minor()));
        } else if (said instanceof NodeMessage.Logged(String _, LogLevel level, String text)) {
            offer(new News.Said(id, level, clean(text)));
        }
    }

    /** The node has fetched all bytes of this image. */
    void fetched(NodeId node, int image) {
        if (watched.contains(node)) {
            offer(new News.Fetched(node, image));
        }
    }

    /** A node that talks without end does not fill the memory. */
    private void offer(News news) {
        if (waiting.size() < MOST_WAITING) {
            waiting.add(news);
        }
    }

    private static String clean(String text) {
        String printable = text.replaceAll("\\p{Cntrl}", " ").strip();
        return printable.length() <= LONGEST ? printable : printable.substring(0, LONGEST);
    }

    /** Takes in what was heard, judges, and asks who is next. Called every second, and by tests. */
    @Scheduled(fixedDelay = 1_000, initialDelay = 1_000)
    synchronized void step() {
        try {
            for (News news = waiting.poll(); news != null; news = waiting.poll()) {
                take(news);
            }
            for (Rollout rollout : List.copyOf(open.values())) {
                if (!begun) {
                    askThoseUnderWay(rollout);
                }
                keep(rollout, Course.judged(began(rollout), clock.instant()));
            }
            begun = true;
            List.copyOf(open.values()).forEach(this::askNext);
        } catch (DataAccessException | TransactionException e) {
            LOG.warn("The roll-outs stand until the database is there again: {}", e.getMessage());
        }
    }

    /** What they said while this program was not there nobody heard: their time begins anew. */
    private Rollout began(Rollout rollout) {
        return begun
                ? rollout
                : rollout.with(rollout.parts().stream()
                        .map(part -> part.progress().isUnderWay()
                                ? new Part(
                                        part.node(),
                                        part.image(),
                                        part.before(),
                                        part.stage(),
                                        part.progress(),
                                        part.reason(),
                                        now())
                                : part)
                        .toList());
    }

    private void askThoseUnderWay(Rollout rollout) {
        rollout.parts().stream()
                .filter(part -> part.progress().isUnderWay())
                .forEach(part -> upgrades.ask(part.node()));
    }

    private Instant now() {
        return Instant.ofEpochMilli(clock.millis());
    }

    private void keep(Rollout before, Rollout now) {
        if (!now.equals(before)) {
            transactions.executeWithoutResult(_ -> rows.write(before, now));
            put(now);
        }
    }

    private void take(News news) {
        for (Rollout rollout : List.copyOf(open.values())) {
            rollout.parts().stream()
                    .filter(part ->
                            part.node().equals(news.node()) && part.progress().isUnderWay())
                    .findFirst()
                    .ifPresent(part -> keep(rollout, rollout.with(after(part, news))));
        }
    }

    private Part after(Part part, News news) {
        return switch (news) {
            case News.Came came -> {
                upgrades.ask(came.node());
                restarted.add(came.node());
                yield part;
            }
            case News.Reappeared there -> {
                restarted.add(there.node());
                yield part;
            }
            case News.Runs(NodeId node, String version) -> {
                String wanted =
                        images.of(part.image()).map(FirmwareImage::version).orElse("");
                if (version.strip().equals(wanted)) {
                    images.runs(node, part.image());
                    yield part.now(Progress.BACK, "");
                }
                yield part.progress() == Progress.FETCHED && restarted.contains(node)
                        ? part.now(
                                Progress.FAILED, "Came back with version " + clean(version) + ", not " + wanted + ".")
                        : part;
            }
            case News.Said(NodeId _, LogLevel _, String text) ->
                text.equals(GIVEN_UP) ? part.now(Progress.FAILED, "It said: " + text) : part.now(part.progress(), text);
            case News.Fetched(NodeId node, int image) -> {
                if (image != part.image() || part.progress() != Progress.ASKED) {
                    yield part;
                }
                restarted.remove(node);
                yield part.now(Progress.FETCHED, part.reason());
            }
        };
    }

    private void askNext(Rollout rollout) {
        List<NodeId> due = Course.due(rollout);
        if (due.isEmpty()) {
            return;
        }
        Actor by = actor(rollout.user()).orElse(null);
        if (by == null) {
            keep(rollout, rollout.now(State.PAUSED, rollout.by() + ", who began it, may not sign in any more."));
            return;
        }
        Rollout now = rollout;
        for (NodeId node : due) {
            now = now.with(ask(by, rollout, node));
        }
        keep(rollout, now);
    }

    private Optional<Actor> actor(org.bmac.access.UserId id) {
        return users.find(id).filter(User::enabled).map(user -> new Actor.Person(user.id(), user.name(), user.role()));
    }

    private Part ask(Actor by, Rollout rollout, NodeId id) {
        Part part = rollout.parts().stream()
                .filter(each -> each.node().equals(id))
                .findFirst()
                .orElseThrow();
        FirmwareImage image = images.of(part.image()).orElseThrow();
        Building building = buildings.current();
        Node node = building.node(id).orElse(null);
        if (node == null) {
            return part.now(Progress.FAILED, "The node is no longer there.");
        }
        Optional<Integer> wanted = images.wanted(id);
        images.want(id, image.id());
        try {
            String words = "Fetch the firmware " + image.words() + ".";
            Bytes sha256 = Bytes.hex(image.sha256());
            upgrades.order(by, rollout.origin(), id, words, image.size(), sha256, address(node, image));
            return part.asked(now());
        } catch (IllegalArgumentException | AccessDeniedException refusal) {
            wanted.ifPresentOrElse(before -> images.want(id, before), () -> images.wantNothing(id));
            return part.now(Progress.FAILED, Objects.requireNonNullElse(refusal.getMessage(), "Refused."));
        }
    }

    private URI address(Node node, FirmwareImage image) {
        return URI.create(settings.url() + "/image/" + node.uid() + "/" + image.sha256());
    }

    private static String count(int nodes) {
        return nodes == 1 ? "1 node" : nodes + " nodes";
    }

    /** How long a node may take where nobody says otherwise. */
    public Duration patience() {
        return settings.patience();
    }
}
