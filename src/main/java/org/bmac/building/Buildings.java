package org.bmac.building;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.bmac.point.Bytes;
import org.bmac.point.Kind;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The store of all that exists. Reading is {@link #current()} and costs nothing; every change is written in one
 * transaction, then a new picture replaces the old one and {@link BuildingChanged} is published on the calling thread.
 * May be called on any thread; changes wait for one another. Every change throws {@link IllegalArgumentException} with a
 * sentence when what it names does not exist or is already taken.
 */
@Component
public class Buildings {
    private final BuildingRows rows;
    private final TransactionTemplate transactions;
    private final ApplicationEventPublisher events;
    private volatile Building current;
    private volatile @Nullable Building draft;

    Buildings(BuildingRows rows, TransactionTemplate transactions, ApplicationEventPublisher events) {
        this.rows = rows;
        this.transactions = transactions;
        this.events = events;
        this.current = rows.read();
    }

    /** The newest picture; within {@link #changeTogether} what has been changed so far. */
    public Building current() {
        return seen();
    }

    /** Names the building. */
    public void rename(String name) {
        change(() -> {
            rows.rename(name);
            return name;
        });
    }

    /** Adds a floor above or below the others, as its ordinal says. */
    public FloorId addFloor(String name, int ordinal, double width, double height, PlanImage plan) {
        new Floor(new FloorId(0), name, ordinal, width, height, 1);
        return change(() -> rows.addFloor(name, ordinal, width, height, plan));
    }

    /** The picture of a floor's plan; read from the database, empty when the floor has none. */
    public Optional<PlanImage> planOf(FloorId floor) {
        return rows.planOf(floor);
    }

    /** When a node was heard of first; read from the database, empty when there is no such node. */
    public Optional<Instant> knownSince(NodeId node) {
        return rows.knownSince(node);
    }

    /** Adds a zone to a floor. */
    public ZoneId addZone(FloorId floor, String name, ZoneKind kind, List<Spot> outline) {
        new Zone(new ZoneId(0), floor, name, kind, outline);
        require(seen().floor(floor), "floor", floor);
        return change(() -> rows.addZone(floor, name, kind, outline));
    }

    /** Adds a node, unplaced. A location or UID that another node has is refused. */
    public Node addNode(@Nullable String uid, String location, Dialect dialect, int modules) {
        checkLocation(location);
        return change(() -> {
            refuseTaken(null, uid, location);
            return rows.addNode(uid, location, dialect, modules);
        });
    }

    /**
     * Gives a node its location on the wire, its modules and its place. If an unplaced source without a UID is known under
     * that location, it becomes part of this node together with all its points, so that what it said stays.
     */
    public Node assign(NodeId id, String location, int modules, @Nullable Placement placement) {
        checkLocation(location);
        return change(() -> {
            Node node = require(seen().node(id), "node", id);
            if (placement != null) {
                require(seen().floor(placement.floor()), "floor", placement.floor());
            }
            Node holder = seen().nodeOfLocation(location);
            if (holder != null && !holder.id().equals(id) && holder.uid() == null && node.uid() != null) {
                rows.merge(holder.id(), id);
            } else {
                refuseTaken(id, null, location);
            }
            return rows.update(new Node(id, node.uid(), location, node.dialect(), modules, placement));
        });
    }

    /** The point of a node with this kind and channel, made if it is not there yet. */
    public Point ensurePoint(NodeId node, Kind kind, int channel) {
        Point known = seen().pointOf(node, kind, channel);
        return known != null ? known : ensurePoint(node, kind, channel, "", null, kind.commandable());
    }

    /** As {@link #ensurePoint(NodeId, Kind, int)}, with a name and a spot of its own on the node's floor where not null. */
    public Point ensurePoint(
            NodeId node, Kind kind, int channel, String name, @Nullable Spot spot, boolean commandable) {
        change(() -> {
            Node owner = require(seen().node(node), "node", node);
            if (seen().pointOf(node, kind, channel) == null) {
                Placement own = spot == null || owner.placement() == null
                        ? null
                        : new Placement(owner.placement().floor(), spot);
                rows.addPoint(node, kind, channel, name, own, commandable);
            }
            return node;
        });
        Point made = seen().pointOf(node, kind, channel);
        if (made == null) {
            throw new IllegalStateException("the point was not kept");
        }
        return made;
    }

    /**
     * As {@link #ensurePoint(NodeId, Kind, int)}, for a point whose node says how often it speaks: the interval is kept
     * also when the point is there already.
     *
     * @param interval in whole seconds; zero when it speaks on change only
     */
    public Point ensurePoint(NodeId node, Kind kind, int channel, boolean commandable, Duration interval) {
        change(() -> {
            Point point = ensurePoint(node, kind, channel, "", null, commandable);
            if (!interval.equals(point.interval())) {
                rows.setInterval(point.id(), interval);
            }
            return point;
        });
        return ensurePoint(node, kind, channel);
    }

    /** Runs several changes as one: one transaction, one new picture, one {@link BuildingChanged}. */
    public void changeTogether(Runnable changes) {
        change(() -> {
            changes.run();
            return changes;
        });
    }

    private <T> T change(Supplier<T> work) {
        T result;
        synchronized (this) {
            if (draft != null) {
                result = work.get();
                draft = rows.read();
                return result;
            }
            draft = current;
            try {
                result = Objects.requireNonNull(transactions.execute(_ -> {
                    T made = work.get();
                    draft = rows.read();
                    return made;
                }));
                current = draft;
            } finally {
                draft = null;
            }
        }
        events.publishEvent(new BuildingChanged(current));
        return result;
    }

    /** What the thread that changes has written so far; what is published for everybody else. */
    private Building seen() {
        return draft != null && Thread.holdsLock(this) ? draft : current;
    }

    private void refuseTaken(@Nullable NodeId self, @Nullable String uid, String location) {
        Node holder = seen().nodeOfLocation(location);
        if (holder != null && !holder.id().equals(self)) {
            throw new IllegalArgumentException("another node is called '" + location + "' already");
        }
        if (uid != null && seen().nodeOfUid(uid) != null) {
            throw new IllegalArgumentException("a node with UID " + uid + " is known already");
        }
    }

    private static void checkLocation(String location) {
        int bytes = Bytes.of(location).length();
        if (location.isBlank() || bytes > Node.LONGEST_LOCATION) {
            throw new IllegalArgumentException("a location has 1 to " + Node.LONGEST_LOCATION + " bytes, not " + bytes);
        }
        for (char forbidden : new char[] {';', '/', '+', '#', '\0'}) {
            if (location.indexOf(forbidden) >= 0) {
                throw new IllegalArgumentException("a location must not contain '" + forbidden + "': " + location);
            }
        }
    }

    private static <T> T require(Optional<T> found, String what, Object id) {
        return found.orElseThrow(() -> new IllegalArgumentException("there is no " + what + " " + id));
    }
}
