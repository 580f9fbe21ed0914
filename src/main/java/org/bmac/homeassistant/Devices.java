package org.bmac.homeassistant;

import java.time.Duration;
import java.util.ArrayList;
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
import org.springframework.stereotype.Component;

/** Makes nodes and points of what is announced. Every method writes to the database, and is for one thread at a time. */
@Component
class Devices {
    /** A reading is late after three of its intervals. */
    private static final int LATE = 3;

    private final Buildings buildings;
    private final AnnouncedRows rows;

    Devices(Buildings buildings, AnnouncedRows rows) {
        this.buildings = buildings;
        this.rows = rows;
    }

    /**
     * The points of what is announced, made where they are not there yet, in one transaction.
     *
     * @return those that have a point; what belongs to a device for which there is no room any more is left out
     */
    List<Entry> admit(List<Announcement.Told> announced) {
        List<Entry> entries = new ArrayList<>();
        buildings.changeTogether(() -> {
            entries.clear();
            Map<String, PointId> known = rows.all();
            for (Announcement.Told told : announced) {
                node(told).ifPresent(node -> told.signals()
                        .forEach(signal -> entries.add(entry(node, told.device(), signal, known))));
            }
        });
        return entries;
    }

    /** The device's node; empty when it has nothing that is ours, or too many wait for a place already. */
    private Optional<Node> node(Announcement.Told told) {
        Building building = buildings.current();
        String uid = Names.uid(told.device());
        Node known = building.nodeOfUid(uid);
        if (known != null) {
            return Optional.of(known);
        }
        long unplaced = building.nodes().stream().filter(node -> !node.placed()).count();
        if (told.signals().isEmpty() || unplaced >= Intake.MOST_UNPLACED) {
            return Optional.empty();
        }
        String location = Names.location(told.device(), name -> building.nodeOfLocation(name) != null);
        return Optional.of(buildings.addNode(uid, location, Dialect.DISCOVERED, 0));
    }

    private Entry entry(Node node, Device device, Signal signal, Map<String, PointId> known) {
        String name = Names.signal(device, signal);
        PointId id = known.get(name);
        Point point = Optional.ofNullable(id)
                .flatMap(each -> buildings.current().point(each))
                .filter(each -> each.kind() == signal.meaning().kind())
                .orElse(null);
        if (point == null) {
            point = made(node, signal, new HashSet<>(known.values()));
            rows.keep(name, point.id());
            known.put(name, point.id());
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
        Duration expires = signal.expires();
        return expires == null
                ? point
                : buildings.ensurePoint(
                        node.id(),
                        point.kind(),
                        point.channel(),
                        signal.isCommandable(),
                        Duration.ofSeconds(Math.max(1, expires.toSeconds() / LATE)));
    }
}
