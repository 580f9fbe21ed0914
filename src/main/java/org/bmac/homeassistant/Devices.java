package org.bmac.homeassistant;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.bmac.building.Building;
import org.bmac.building.Buildings;
import org.bmac.building.Dialect;
import org.bmac.building.Node;
import org.bmac.building.Point;
import org.bmac.node.Intake;
import org.bmac.point.Kind;
import org.bmac.point.PointId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes nodes and points of what is announced. Every method writes to the database, and is for one thread at a time. */
@Component
class Devices {
    private static final int MOST_POINTS = 64;
    private static final int MOST_ENTRIES = 5_000;
    private static final Duration USUAL = Duration.ofHours(1);

    /** A reading is late after three of its intervals. */
    private static final int LATE = 3;

    private final Buildings buildings;
    private final AnnouncedRows rows;

    Devices(Buildings buildings, AnnouncedRows rows) {
        this.buildings = buildings;
        this.rows = rows;
    }

    /**
     * What came of announcements.
     *
     * @param entries what is a point here
     * @param problems why something of a device is left out, in a sentence, by the device's identifier
     */
    record Admitted(List<Entry> entries, Map<String, String> problems) {}

    /**
     * The points of what is announced, made where they are not there yet, in one transaction. One device that cannot be taken
     * in does not stop the others.
     */
    Admitted admit(List<Announcement.Told> announced) {
        List<Entry> entries = new ArrayList<>();
        Map<String, String> problems = new HashMap<>();
        buildings.changeTogether(() -> {
            Map<String, PointId> known = rows.all();
            Set<PointId> taken = new HashSet<>(known.values());
            Map<String, Integer> counts = new HashMap<>();
            long unplaced = buildings.current().nodes().stream()
                    .filter(node -> !node.placed())
                    .count();
            for (Announcement.Told told : announced) {
                String device = told.device().id();
                try {
                    int before = buildings.current().nodes().size();
                    Node node = told.signals().isEmpty() ? null : node(told.device(), unplaced);
                    unplaced += buildings.current().nodes().size() - before;
                    if (node == null) {
                        if (!told.signals().isEmpty()) {
                            problems.put(device, "Too many nodes wait for a place already; place or block some.");
                        }
                        continue;
                    }
                    for (Signal signal : told.signals()) {
                        if (counts.merge(device, 1, Integer::sum) > MOST_POINTS || entries.size() >= MOST_ENTRIES) {
                            problems.put(
                                    device,
                                    "It has more than is taken in: " + MOST_POINTS + " quantities of a device.");
                        } else {
                            entries.add(entry(node, told.device(), signal, known, taken));
                        }
                    }
                } catch (IllegalArgumentException e) {
                    problems.put(device, "It cannot be taken in: " + e.getMessage() + ".");
                }
            }
        });
        return new Admitted(entries, problems);
    }

    /** The device's node; null when too many wait for a place already. */
    private @Nullable Node node(Device device, long unplaced) {
        Building building = buildings.current();
        String uid = Names.uid(device);
        Node known = building.nodeOfUid(uid);
        if (known != null || unplaced >= Intake.MOST_UNPLACED) {
            return known;
        }
        String location = Names.location(device, name -> building.nodeOfLocation(name) != null);
        return buildings.addNode(uid, location, Dialect.DISCOVERED, 0);
    }

    private Entry entry(Node node, Device device, Signal signal, Map<String, PointId> known, Set<PointId> taken) {
        String name = Names.signal(device, signal);
        PointId id = known.get(name);
        Point point = Optional.ofNullable(id)
                .flatMap(each -> buildings.current().point(each))
                .filter(each -> each.kind() == signal.meaning().kind())
                .orElse(null);
        if (point == null) {
            point = made(node, signal, taken);
            rows.keep(name, point.id());
            known.put(name, point.id());
            taken.add(point.id());
        }
        return new Entry(
                String.valueOf(node.uid()), changed(node, point, signal).id(), point.channel(), signal);
    }

    /** On the lowest channel on which none of the points is another quantity already. */
    private Point made(Node node, Signal signal, Set<PointId> others) {
        Kind kind = signal.meaning().kind();
        int channel = 0;
        Point there = buildings.current().pointOf(node.id(), kind, channel);
        while (there != null && others.contains(there.id())) {
            there = buildings.current().pointOf(node.id(), kind, ++channel);
        }
        return there != null
                ? there
                : buildings.ensurePoint(node.id(), kind, channel, signal.name(), null, signal.isCommandable());
    }

    /** The point as the device announces it now: how often it speaks, and whether it takes commands. */
    private Point changed(Node node, Point point, Signal signal) {
        if (point.commandable() != signal.isCommandable()) {
            buildings.setCommandable(point.id(), signal.isCommandable());
        }
        return buildings.ensurePoint(
                node.id(), point.kind(), point.channel(), signal.isCommandable(), interval(signal));
    }

    /**
     * How often it speaks, as far as it says. One that says whether it is there need not speak by itself; of another nobody
     * knows, and battery sensors sleep for an hour.
     */
    private static Duration interval(Signal signal) {
        Duration expires = signal.expires();
        if (expires != null) {
            return Duration.ofSeconds(Math.max(1, expires.toSeconds() / LATE));
        }
        boolean onChange = signal.meaning().kind().interval().isZero()
                || signal.meaning().kind() == Kind.MOTION
                || !signal.presence().sources().isEmpty();
        return onChange ? Duration.ZERO : USUAL;
    }
}
