package org.bmac.transfer;

import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.bmac.building.Building;
import org.bmac.building.Buildings;
import org.bmac.building.Floor;
import org.bmac.building.FloorId;
import org.bmac.building.Node;
import org.bmac.building.Placement;
import org.bmac.building.Point;
import org.bmac.building.Zone;
import org.bmac.point.PointId;
import org.jspecify.annotations.Nullable;

/** Writes the building in the form of a building file, as maps and lists. */
final class BlueprintWriter {
    private final Buildings buildings;
    private final @Nullable Vocabulary words;
    private final Building whole;
    private final Map<PointId, Placement> own;
    private final Set<FloorId> archived;

    /** @param words that are written beside ours; none where null */
    BlueprintWriter(Buildings buildings, @Nullable Vocabulary words) {
        this.buildings = buildings;
        this.words = words;
        this.whole = buildings.whole();
        this.own = buildings.wholePlacements();
        this.archived = buildings.archivedFloors().stream().map(Floor::id).collect(Collectors.toSet());
    }

    /** @param only that floor and what hangs there; all where null */
    Map<String, Object> write(@Nullable FloorId only) {
        Map<String, Object> file = new LinkedHashMap<>();
        file.put("format", BlueprintReader.FORMAT);
        file.put("version", BlueprintReader.VERSION);
        if (only == null) {
            file.put("name", whole.name());
        }
        file.put(
                "floors",
                whole.floors().stream()
                        .filter(floor -> only == null || floor.id().equals(only))
                        .map(this::floor)
                        .toList());
        file.put(
                "nodes",
                whole.nodes().stream()
                        .filter(node -> only == null || isOn(node.placement(), only))
                        .map(node -> node(node, only))
                        .toList());
        return file;
    }

    private static boolean isOn(@Nullable Placement placement, FloorId floor) {
        return placement != null && placement.floor().equals(floor);
    }

    private Map<String, Object> floor(Floor floor) {
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("key", floor.id().toString());
        entry.put("name", floor.name());
        entry.put("ordinal", floor.ordinal());
        entry.put("width", floor.width());
        entry.put("height", floor.height());
        put(entry, "metres", floor.metres());
        put(entry, "north", floor.north());
        entry.put("archived", archived.contains(floor.id()));
        entry.put(
                "zones",
                whole.zones().stream()
                        .filter(zone -> zone.floor().equals(floor.id()))
                        .map(this::zone)
                        .toList());
        buildings.planOf(floor.id()).ifPresent(plan -> {
            entry.put("planType", plan.mediaType());
            entry.put("plan", Base64.getEncoder().encodeToString(plan.content().toArray()));
        });
        foreign(entry, Vocabulary::ofFloor);
        return entry;
    }

    private Map<String, Object> zone(Zone zone) {
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("name", zone.name());
        entry.put("kind", code(zone.kind()));
        entry.put("tags", zone.tags());
        entry.put(
                "outline",
                zone.outline().stream().map(spot -> List.of(spot.x(), spot.y())).toList());
        foreign(entry, vocabulary -> vocabulary.of(zone.kind()));
        return entry;
    }

    private Map<String, Object> node(Node node, @Nullable FloorId only) {
        Map<String, Object> entry = new LinkedHashMap<>();
        put(entry, "uid", node.uid());
        entry.put("location", node.location());
        entry.put("dialect", code(node.dialect()));
        entry.put("modules", node.modules());
        place(entry, node.placement());
        List<Map<String, Object>> points = new ArrayList<>();
        for (Point point : whole.pointsOf(node.id())) {
            points.add(point(point, only));
        }
        entry.put("points", points);
        foreign(entry, Vocabulary::ofNode);
        return entry;
    }

    private Map<String, Object> point(Point point, @Nullable FloorId only) {
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("kind", point.kind().code());
        entry.put("channel", point.channel());
        entry.put("name", point.name());
        put(
                entry,
                "interval",
                point.interval() == null ? null : point.interval().toSeconds());
        entry.put("commandable", point.commandable());
        Placement placement = own.get(point.id());
        if (only == null || isOn(placement, only)) {
            place(entry, placement);
        }
        foreign(entry, vocabulary -> vocabulary.of(point.kind()));
        return entry;
    }

    private static void place(Map<String, Object> entry, @Nullable Placement placement) {
        if (placement != null) {
            entry.put(
                    "place",
                    Map.of(
                            "floor", placement.floor().toString(),
                            "x", placement.spot().x(),
                            "y", placement.spot().y()));
        }
    }

    private void foreign(Map<String, Object> entry, Function<Vocabulary, List<String>> tags) {
        if (words != null) {
            entry.put(words.name().toLowerCase(Locale.ROOT), tags.apply(words));
        }
    }

    private static String code(Enum<?> word) {
        return word.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static void put(Map<String, Object> entry, String name, @Nullable Object value) {
        if (value != null) {
            entry.put(name, value);
        }
    }
}
