package org.bmac.editor;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import org.bmac.building.Building;
import org.bmac.building.Buildings;
import org.bmac.building.Floor;
import org.bmac.building.FloorId;
import org.bmac.building.NodeId;
import org.bmac.building.Placement;
import org.bmac.building.PlanImage;
import org.bmac.building.Spot;
import org.bmac.building.Zone;
import org.bmac.building.ZoneId;
import org.bmac.building.ZoneKind;
import org.bmac.point.Bytes;
import org.bmac.point.PointId;
import org.jspecify.annotations.Nullable;

/** Makes the building what was drawn, one change at a time; within {@link Buildings#changeTogether}. */
final class Builder {
    private static final int LONGEST_NAME = 100;
    private static final int MOST_CORNERS = 400;
    private static final int MOST_TAGS = 20;

    private final Buildings buildings;
    private final IntFunction<Optional<Picture>> uploads;
    private final Map<String, FloorId> floors = new HashMap<>();

    /** @param uploads the pictures that the person has loaded up, by number */
    Builder(Buildings buildings, IntFunction<Optional<Picture>> uploads) {
        this.buildings = buildings;
        this.uploads = uploads;
    }

    /** @throws IllegalArgumentException with a sentence when something is missing or impossible */
    void build(Drawing now, Drawing then) {
        Building before = buildings.current();
        if (!now.name().equals(then.name())) {
            buildings.rename(name(then.name(), "The building"));
        }
        floors(now, then);
        zones(now, then);
        Set<String> putAway = then.floors().stream()
                .filter(Drawing.Storey::archived)
                .map(Drawing.Storey::id)
                .collect(Collectors.toSet());
        places(now.nodes(), then.nodes(), putAway, (id, place) -> {
            NodeId node = new NodeId(Numbers.need(id));
            if (before.node(node).isEmpty()) {
                throw new IllegalArgumentException(
                        "A node that you have placed is gone meanwhile. Load the draft anew.");
            }
            buildings.place(node, place);
        });
        places(
                now.points(),
                then.points(),
                putAway,
                (id, place) -> buildings.place(new PointId(Numbers.need(id)), place));
    }

    private void floors(Drawing now, Drawing then) {
        Map<String, Drawing.Storey> was =
                now.floors().stream().collect(Collectors.toMap(Drawing.Storey::id, Function.identity()));
        Set<String> names = new HashSet<>();
        int ordinal = 0;
        boolean order = !ids(now).equals(ids(then));
        for (Drawing.Storey floor : then.floors()) {
            String name = name(floor.name(), "A floor");
            if (!floor.archived() && !names.add(name.toLowerCase(Locale.ROOT))) {
                throw new IllegalArgumentException("Two floors are called " + name + ". Give one another name.");
            }
            Drawing.Storey before = was.get(floor.id());
            if (floor.isNew()) {
                floors.put(floor.id(), added(floor, name, ordinal));
            } else if (before != null) {
                FloorId id = new FloorId(Numbers.need(floor.id()));
                floors.put(floor.id(), id);
                if (order || !before.equals(floor)) {
                    change(id, before, floor, name, order ? ordinal : ordinalOf(id, ordinal));
                }
            }
            ordinal++;
        }
    }

    private int ordinalOf(FloorId id, int otherwise) {
        return buildings.current().floor(id).map(Floor::ordinal).orElse(otherwise);
    }

    private static List<String> ids(Drawing drawing) {
        return drawing.floors().stream().map(Drawing.Storey::id).toList();
    }

    private FloorId added(Drawing.Storey floor, String name, int ordinal) {
        Plan plan = plan(floor);
        FloorId id = buildings.addFloor(name, ordinal, plan.width(), plan.height(), plan.image());
        if (floor.metres() != null || floor.north() != null) {
            buildings.change(
                    new Floor(id, name, ordinal, plan.width(), plan.height(), 1, floor.metres(), floor.north()));
        }
        return id;
    }

    private void change(FloorId id, Drawing.Storey before, Drawing.Storey floor, String name, int ordinal) {
        buildings.change(new Floor(id, name, ordinal, floor.width(), floor.height(), 1, floor.metres(), floor.north()));
        if (!before.plan().equals(floor.plan())) {
            Plan plan = plan(floor);
            buildings.setPlan(id, plan.width(), plan.height(), plan.image());
        }
        if (before.archived() != floor.archived()) {
            if (floor.archived()) {
                buildings.archive(id);
            } else {
                buildings.bringBack(id);
            }
        }
    }

    private record Plan(double width, double height, PlanImage image) {}

    private Plan plan(Drawing.Storey floor) {
        String[] parts = floor.plan().split("/", -1);
        if (parts[0].equals("upload") && parts.length == 2) {
            Picture picture = uploads.apply(Numbers.need(parts[1]))
                    .orElseThrow(() -> new IllegalArgumentException(
                            "The plan of " + floor.name() + " is not here any more. Load it up again."));
            return new Plan(picture.width(), picture.height(), picture.image());
        }
        Optional<PlanImage> known = parts[0].equals("floor") && parts.length == 3
                ? buildings.planOf(new FloorId(Numbers.need(parts[1])))
                : Optional.empty();
        return new Plan(floor.width(), floor.height(), known.orElseGet(() -> blank(floor)));
    }

    private static PlanImage blank(Drawing.Storey floor) {
        String svg = "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 " + floor.width() + " " + floor.height()
                + "\"/>";
        return new PlanImage("image/svg+xml", Bytes.of(svg));
    }

    private void zones(Drawing now, Drawing then) {
        Map<String, Drawing.Room> left = new HashMap<>();
        now.zones().forEach(zone -> left.put(zone.id(), zone));
        for (Drawing.Room zone : then.zones()) {
            Drawing.Room was = left.remove(zone.id());
            if (zone.isNew() && was == null) {
                then.floor(zone.floor()).ifPresent(_ -> buildings.addZone(zone(zone, new ZoneId(0))));
            } else if (was != null && !was.equals(zone)) {
                buildings.change(zone(zone, new ZoneId(Numbers.need(zone.id()))));
            }
        }
        left.keySet().forEach(gone -> buildings.archive(new ZoneId(Numbers.need(gone))));
    }

    private Zone zone(Drawing.Room zone, ZoneId id) {
        if (zone.outline().size() > MOST_CORNERS) {
            throw new IllegalArgumentException(
                    "The zone " + zone.name() + " has more than " + MOST_CORNERS + " corners.");
        }
        if (zone.tags().size() > MOST_TAGS
                || zone.tags().stream()
                        .anyMatch(tag -> tag.isBlank() || tag.length() > LONGEST_NAME || !isPlain(tag))) {
            throw new IllegalArgumentException("The zone " + zone.name() + " has up to " + MOST_TAGS + " tags of up to "
                    + LONGEST_NAME + " letters each.");
        }
        return new Zone(id, floor(zone.floor()), name(zone.name(), "A zone"), kind(zone), zone.tags(), zone.outline());
    }

    private static ZoneKind kind(Drawing.Room zone) {
        String word = zone.kind().toUpperCase(Locale.ROOT).replace('-', '_');
        for (ZoneKind kind : ZoneKind.values()) {
            if (kind.name().equals(word)) {
                return kind;
            }
        }
        throw new IllegalArgumentException("A zone is no " + zone.kind() + ".");
    }

    private FloorId floor(String id) {
        FloorId floor = floors.get(id);
        if (floor == null) {
            throw new IllegalArgumentException("There is no floor " + id + " any more. Load the draft anew.");
        }
        return floor;
    }

    private interface Hanger {
        void hang(String id, @Nullable Placement place);
    }

    /** What hangs on a floor that is put away keeps its place there, for when it comes back. */
    private void places(
            Map<String, Drawing.Place> now, Map<String, Drawing.Place> then, Set<String> putAway, Hanger hanger) {
        then.forEach((id, place) -> {
            if (!Objects.equals(place, now.get(id)) && !putAway.contains(place.floor())) {
                hanger.hang(id, new Placement(floor(place.floor()), new Spot(place.x(), place.y())));
            }
        });
        now.forEach((id, place) -> {
            if (!then.containsKey(id) && !putAway.contains(place.floor())) {
                hanger.hang(id, null);
            }
        });
    }

    private static String name(String name, String what) {
        String plain = name.strip();
        if (plain.isEmpty() || plain.length() > LONGEST_NAME || !isPlain(plain)) {
            throw new IllegalArgumentException(what + " needs a name of up to " + LONGEST_NAME + " letters"
                    + (plain.isEmpty() ? "." : ", not " + plain.substring(0, Math.min(30, plain.length())) + " …"));
        }
        return plain;
    }

    private static boolean isPlain(String text) {
        return text.chars().noneMatch(Character::isISOControl);
    }
}
