package org.bmac.building;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.bmac.point.Bytes;
import org.bmac.point.Kind;
import org.bmac.point.PointId;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The store of all that exists. Reading is {@link #current()} and costs nothing; every change is written in one
 * transaction, then a new picture replaces the old one and {@link BuildingChanged} is published on the calling thread,
 * unless there was nothing to write. May be called on any thread; changes wait for one another. Every change throws
 * {@link IllegalArgumentException} with a sentence when what it names does not exist or is already taken.
 */
@Component
public class Buildings {
    private static final Pattern UID = Pattern.compile("[0-9a-fA-F]{12}");

    private final BuildingRows rows;
    private final TransactionTemplate transactions;
    private final ApplicationEventPublisher events;
    private volatile Building current;
    private boolean changing;
    private boolean written;
    private @Nullable Sketch draft;

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
            return written(name);
        });
    }

    /** Adds a floor above or below the others, as its ordinal says. */
    public FloorId addFloor(String name, int ordinal, double width, double height, PlanImage plan) {
        new Floor(new FloorId(0), name, ordinal, width, height, 1);
        return change(() -> written(rows.addFloor(name, ordinal, width, height, plan)));
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
        Zone zone = new Zone(new ZoneId(0), floor, name, kind, outline);
        require(seen().floor(floor), "floor", floor);
        return addZone(zone);
    }

    /** Adds a zone, whose number does not count, to a floor that exists. */
    public ZoneId addZone(Zone zone) {
        return change(() -> written(rows.addZone(zone)));
    }

    /** Changes name, kind, tags and outline of a zone, and on which floor it is. */
    public void change(Zone zone) {
        write(() -> rows.update(zone));
    }

    /** Puts a zone away: nothing lies in it any more, and its number is never given again. */
    public void archive(ZoneId zone) {
        write(() -> rows.archive(zone));
    }

    /** Changes name, order, size and north of a floor; its plan stays. */
    public void change(Floor floor) {
        write(() -> rows.update(floor));
    }

    /** Gives a floor another plan; spots stay where they are as fractions of it. */
    public void setPlan(FloorId floor, double width, double height, PlanImage plan) {
        write(() -> rows.setPlan(floor, width, height, plan));
    }

    /** Puts a floor away with its zones; what hangs there has no place until it comes back. History keeps all of it. */
    public void archive(FloorId floor) {
        write(() -> rows.setArchived(floor, true));
    }

    /** Brings a floor back that was put away, with all that still hangs there. */
    public void bringBack(FloorId floor) {
        write(() -> rows.setArchived(floor, false));
    }

    /** The floors that are put away; read from the database. */
    public List<Floor> archivedFloors() {
        return rows.archivedFloors();
    }

    /** Hangs a node there; nowhere where null. Its location and modules stay. */
    public void place(NodeId node, @Nullable Placement placement) {
        write(() -> rows.place(node, placement));
    }

    /** Hangs a point there; where its node hangs where null. */
    public void place(PointId point, @Nullable Placement placement) {
        write(() -> rows.place(point, placement));
    }

    /** Names a point; with the name of its kind where empty. */
    public void rename(PointId point, String name) {
        write(() -> rows.rename(point, name));
    }

    /** Says whether a point may be asked to take a value. */
    public void setCommandable(PointId point, boolean commandable) {
        write(() -> rows.setCommandable(point, commandable));
    }

    /** Where the points hang that have a place of their own; read from the database. */
    public Map<PointId, Placement> ownPlacements() {
        return rows.ownPlacements();
    }

    /**
     * As {@link #current()}, with the floors that are put away, their zones and the nodes that still hang there; read from the
     * database. Where its points hang says {@link #wholePlacements()}.
     */
    public Building whole() {
        return rows.readWhole();
    }

    /** As {@link #ownPlacements()}, also on floors that are put away. */
    public Map<PointId, Placement> wholePlacements() {
        return rows.wholePlacements();
    }

    private void write(Runnable work) {
        change(() -> {
            work.run();
            return written(work);
        });
    }

    /** Adds a node, unplaced. A location or UID that another node has, or could have as its UID, is refused. */
    public Node addNode(@Nullable String uid, String location, Dialect dialect, int modules) {
        checkLocation(location);
        return change(() -> {
            refuseTaken(null, uid, location);
            Node node = rows.addNode(uid, location, dialect, modules);
            return added(node);
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
            boolean merges = takeLocation(node, location);
            boolean alone = !merges && seen().pointsOf(id).isEmpty();
            Node changed = rows.update(new Node(id, node.uid(), location, node.dialect(), modules, placement));
            return alone ? added(changed) : written(changed);
        });
    }

    /** As {@link #assign}, for a node that hangs where it does, be it on a floor that is put away. */
    public Node readdress(NodeId id, String location, int modules) {
        checkLocation(location);
        return change(() -> {
            Node node = require(sketch().node(id), "node", id);
            boolean merges = takeLocation(node, location);
            Node changed = new Node(id, node.uid(), location, node.dialect(), modules, node.placement());
            rows.readdress(changed);
            return merges ? written(changed) : added(changed);
        });
    }

    /** Whether a source that had this location has become part of the node. */
    private boolean takeLocation(Node node, String location) {
        Node holder = sketch().nodeOfLocation(location);
        if (holder != null && !holder.id().equals(node.id()) && holder.uid() == null && node.tellable()) {
            rows.merge(holder.id(), node.id());
            return true;
        }
        refuseTaken(node, null, location);
        return false;
    }

    /** The point of a node with this kind and channel, made if it is not there yet. */
    public Point ensurePoint(NodeId node, Kind kind, int channel) {
        Point known = isMine() ? sketch().pointOf(node, kind, channel) : current.pointOf(node, kind, channel);
        return known != null ? known : ensurePoint(node, kind, channel, "", null, kind.commandable());
    }

    /** As {@link #ensurePoint(NodeId, Kind, int)}, with a name and a spot of its own on the node's floor where not null. */
    public Point ensurePoint(
            NodeId node, Kind kind, int channel, String name, @Nullable Spot spot, boolean commandable) {
        return change(() -> {
            Node owner = require(sketch().node(node), "node", node);
            Point known = sketch().pointOf(node, kind, channel);
            if (known != null) {
                return known;
            }
            Placement own = spot == null || owner.placement() == null
                    ? null
                    : new Placement(owner.placement().floor(), spot);
            Point made = rows.addPoint(owner, kind, channel, name, own, commandable, sketch().zones());
            return added(made);
        });
    }

    /**
     * As {@link #ensurePoint(NodeId, Kind, int)}, for a point whose node says how often it speaks: the interval is kept
     * also when the point is there already.
     *
     * @param interval in whole seconds; zero when it speaks on change only
     */
    public Point ensurePoint(NodeId node, Kind kind, int channel, boolean commandable, Duration interval) {
        return change(() -> {
            Point point = ensurePoint(node, kind, channel, "", null, commandable);
            if (interval.equals(point.interval())) {
                return point;
            }
            Point changed = rows.setInterval(point, interval);
            return added(changed);
        });
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
        boolean news;
        synchronized (this) {
            if (changing) {
                return work.get();
            }
            try {
                changing = true;
                result = Objects.requireNonNull(transactions.execute(_ -> {
                    T made = work.get();
                    draft = new Sketch(written ? rows.read() : current);
                    return made;
                }));
                current = seen();
                news = written;
            } finally {
                changing = false;
                written = false;
                draft = null;
            }
        }
        if (news) {
            events.publishEvent(new BuildingChanged());
        }
        return result;
    }

    /** Notes that something was written; what there is now is read when somebody asks. */
    private <T> T written(T result) {
        written = true;
        draft = null;
        return result;
    }

    private Node added(Node node) {
        sketch().put(node);
        written = true;
        return node;
    }

    private Point added(Point point) {
        sketch().put(point);
        written = true;
        return point;
    }

    /** What the thread that changes has written so far; what is published for everybody else. */
    private Building seen() {
        return isMine() ? sketch().picture() : current;
    }

    /** Whether this thread is the one that changes. */
    private boolean isMine() {
        return Thread.holdsLock(this) && changing;
    }

    /** What has been written so far; for the thread that changes. */
    private Sketch sketch() {
        if (draft == null) {
            draft = new Sketch(written ? rows.read() : current);
        }
        return draft;
    }

    private void refuseTaken(@Nullable Node self, @Nullable String uid, String location) {
        Node holder = sketch().nodeOfLocation(location);
        if (holder != null && (self == null || !holder.id().equals(self.id()))) {
            throw new IllegalArgumentException("another node is called '" + location + "' already");
        }
        if (uid != null && sketch().nodeOfUid(uid) != null) {
            throw new IllegalArgumentException("a node with UID " + uid + " is known already");
        }
        String own = self == null ? uid : self.uid();
        if (UID.matcher(location).matches() && !location.equals(own)) {
            throw new IllegalArgumentException("'" + location + "' would be taken for the UID of another node");
        }
    }

    private static void checkLocation(String location) {
        int bytes = Bytes.of(location).length();
        if (location.isBlank() || bytes > Node.LONGEST_LOCATION) {
            throw new IllegalArgumentException("a location has 1 to " + Node.LONGEST_LOCATION + " bytes, not " + bytes);
        }
        if (location.chars().anyMatch(each -> Character.isISOControl(each) || each == '\uFFFD')) {
            throw new IllegalArgumentException("a location is text, without control characters");
        }
        for (char forbidden : new char[] {';', '/', '+', '#'}) {
            if (location.indexOf(forbidden) >= 0) {
                throw new IllegalArgumentException("a location must not contain '" + forbidden + "': " + location);
            }
        }
    }

    private static <T> T require(Optional<T> found, String what, Object id) {
        return found.orElseThrow(() -> new IllegalArgumentException("there is no " + what + " " + id));
    }
}
