package org.bmac.editor;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What would be otherwise after publishing, in sentences for people. Pure. */
final class Summary {
    private static final int MOST_NAMES = 6;

    private final Drawing now;
    private final Drawing then;
    private final Function<String, String> nameOfNode;
    private final List<String> words = new ArrayList<>();

    private Summary(Drawing now, Drawing then, Function<String, String> nameOfNode) {
        this.now = now;
        this.then = then;
        this.nameOfNode = nameOfNode;
    }

    /** A sentence for each thing; empty when nothing changes. */
    static List<String> of(Drawing now, Drawing then, Function<String, String> nameOfNode) {
        Summary summary = new Summary(now, then, nameOfNode);
        summary.name();
        summary.floors();
        summary.zones();
        summary.nodes();
        summary.points();
        return List.copyOf(summary.words);
    }

    private void name() {
        if (!now.name().equals(then.name())) {
            words.add("The building is called " + then.name() + ".");
        }
    }

    private void floors() {
        Map<String, Drawing.Storey> before =
                now.floors().stream().collect(Collectors.toMap(Drawing.Storey::id, Function.identity()));
        for (Drawing.Storey floor : then.floors()) {
            Drawing.Storey was = before.get(floor.id());
            if (was == null) {
                words.add("Floor " + floor.name() + " is new.");
            } else if (!was.equals(floor)) {
                words.add("Floor " + was.name() + " " + change(was, floor) + ".");
            }
        }
        if (!order(now).equals(order(then))
                && order(then).containsAll(order(now))
                && order(now).containsAll(order(then))) {
            words.add("The floors stand in another order.");
        }
    }

    private static List<String> order(Drawing drawing) {
        return drawing.floors().stream().map(Drawing.Storey::id).toList();
    }

    private static String change(Drawing.Storey was, Drawing.Storey is) {
        List<String> parts = new ArrayList<>();
        if (was.archived() != is.archived()) {
            parts.add(is.archived() ? "is put away; history keeps its readings" : "comes back");
        }
        if (!was.name().equals(is.name())) {
            parts.add("is called " + is.name());
        }
        if (!was.plan().equals(is.plan())) {
            parts.add("has a new plan");
        }
        if (!Objects.equals(was.metres(), is.metres()) || !Objects.equals(was.north(), is.north())) {
            parts.add("has another scale or north");
        }
        return parts.isEmpty() ? "is changed" : String.join(" and ", parts);
    }

    private void zones() {
        Map<String, Drawing.Room> left = new HashMap<>();
        now.zones().forEach(zone -> left.put(zone.id(), zone));
        Map<String, List<String>> fresh = new TreeMap<>();
        Map<String, List<String>> changed = new TreeMap<>();
        for (Drawing.Room zone : then.zones()) {
            Drawing.Room was = left.remove(zone.id());
            String floor = then.nameOfFloor(zone.floor());
            if (was == null) {
                fresh.computeIfAbsent(floor, _ -> new ArrayList<>()).add(zone.name());
            } else if (!was.equals(zone)) {
                changed.computeIfAbsent(floor, _ -> new ArrayList<>())
                        .add(was.name().equals(zone.name()) ? zone.name() : was.name() + " (now " + zone.name() + ")");
            }
        }
        fresh.forEach((floor, names) -> words.add("New on " + floor + ": " + counted(names, "zone") + "."));
        changed.forEach((floor, names) -> words.add("Changed on " + floor + ": " + counted(names, "zone") + "."));
        if (!left.isEmpty()) {
            words.add("Removed: "
                    + counted(
                            left.values().stream()
                                    .map(Drawing.Room::name)
                                    .sorted()
                                    .toList(),
                            "zone") + ".");
        }
    }

    private void nodes() {
        Map<String, List<String>> placed = new TreeMap<>();
        Map<String, List<String>> moved = new TreeMap<>();
        List<String> gone = new ArrayList<>();
        then.nodes().forEach((id, place) -> {
            Drawing.Place was = now.nodes().get(id);
            String floor = then.nameOfFloor(place.floor());
            if (was == null) {
                placed.computeIfAbsent(floor, _ -> new ArrayList<>()).add(nameOfNode.apply(id));
            } else if (!was.equals(place)) {
                moved.computeIfAbsent(floor, _ -> new ArrayList<>()).add(nameOfNode.apply(id));
            }
        });
        now.nodes().keySet().stream()
                .filter(id -> !then.nodes().containsKey(id))
                .forEach(id -> gone.add(nameOfNode.apply(id)));
        placed.forEach((floor, names) -> words.add("Placed on " + floor + ": " + counted(names, "node") + "."));
        moved.forEach((floor, names) -> words.add("Moved on " + floor + ": " + counted(names, "node") + "."));
        if (!gone.isEmpty()) {
            words.add("Without a place: " + counted(gone, "node") + ".");
        }
    }

    private void points() {
        long changed = then.points().entrySet().stream()
                        .filter(point -> !point.getValue().equals(now.points().get(point.getKey())))
                        .count()
                + now.points().keySet().stream()
                        .filter(point -> !then.points().containsKey(point))
                        .count();
        if (changed > 0) {
            words.add(changed + (changed == 1 ? " single point is moved." : " single points are moved."));
        }
    }

    private static String counted(List<String> names, String noun) {
        String some = names.stream().sorted().limit(MOST_NAMES).collect(Collectors.joining(", "));
        int more = names.size() - MOST_NAMES;
        return names.size() + " " + noun + (names.size() == 1 ? "" : "s") + " (" + some
                + (more > 0 ? " and " + more + " more" : "") + ")";
    }
}
