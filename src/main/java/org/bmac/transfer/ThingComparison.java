package org.bmac.transfer;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.bmac.building.Building;
import org.bmac.building.Buildings;
import org.bmac.building.FloorId;
import org.bmac.building.Node;
import org.bmac.building.NodeId;
import org.bmac.building.Placement;
import org.bmac.building.Point;
import org.bmac.point.PointId;
import org.bmac.transfer.Comparison.Step;
import org.bmac.transfer.DryRun.Item;
import org.bmac.transfer.DryRun.Sort;
import org.jspecify.annotations.Nullable;

/** The nodes of a file beside those that there are: the same UID, or else the same location, is the same node. */
final class ThingComparison {
    private final Buildings buildings;
    private final Building ours;
    private final Map<PointId, Placement> own;
    private final Map<String, FloorId> floors;
    private final Map<NodeId, Node> addressed = new HashMap<>();
    private final List<Step> steps = new ArrayList<>();
    private final List<Problem> problems = new ArrayList<>();
    private int same;

    /** @param floors which floor a key in the file is; more come while the file is built */
    ThingComparison(Buildings buildings, Building ours, Map<String, FloorId> floors) {
        this.buildings = buildings;
        this.ours = ours;
        this.own = buildings.wholePlacements();
        this.floors = floors;
    }

    List<Step> steps() {
        return steps;
    }

    List<Problem> problems() {
        return problems;
    }

    int same() {
        return same;
    }

    void compare(Blueprint.Thing thing) {
        Node byUid = thing.uid() == null ? null : ours.nodeOfUid(thing.uid());
        Node called = ours.nodeOfLocation(thing.location());
        if (byUid != null) {
            known(thing, byUid, called);
        } else if (called == null) {
            fresh(thing);
        } else if (thing.uid() == null) {
            known(thing, called, called);
        } else if (called.uid() == null) {
            introduced(thing, called);
        } else {
            problems.add(new Problem(
                    thing.where(),
                    "The node " + thing.uid() + " is called " + thing.location() + ", as the node " + called.uid()
                            + " is here. Give one another name; the node is left out."));
        }
    }

    private void fresh(Blueprint.Thing thing) {
        NodeId[] made = new NodeId[1];
        Map<Blueprint.Part, PointId> points = new HashMap<>();
        int count = thing.parts().size();
        String words = "Node " + thing.words() + " is new"
                + (count == 0 ? "" : ", with " + count + (count == 1 ? " point" : " points"))
                + (thing.place() == null ? ", not placed" : "") + ".";
        steps.add(new Step(
                new Item(thing.where(), Sort.ADD, words, "", ""),
                () -> {
                    made[0] = buildings
                            .addNode(thing.uid(), thing.location(), thing.dialect(), thing.modules())
                            .id();
                    thing.parts().forEach(part -> points.put(part, point(made[0], part)));
                },
                () -> hang(made[0], thing, points, null)));
    }

    /** A source of which only the location was known is told apart by its UID from now on. */
    private void introduced(Blueprint.Thing thing, Node called) {
        String uid = Objects.requireNonNull(thing.uid());
        NodeId[] made = new NodeId[1];
        Map<Blueprint.Part, PointId> points = new HashMap<>();
        steps.add(new Step(
                new Item(
                        thing.where(), Sort.CHANGE, "Node " + called.location() + " has the UID " + uid + ".", "", uid),
                () -> {
                    NodeId id = buildings
                            .addNode(uid, uid, thing.dialect(), thing.modules())
                            .id();
                    buildings.assign(id, thing.location(), thing.modules(), null);
                    thing.parts().forEach(part -> points.put(part, point(id, part)));
                    made[0] = id;
                },
                () -> hang(made[0], thing, points, called.placement())));
    }

    private void hang(
            NodeId id, Blueprint.Thing thing, Map<Blueprint.Part, PointId> points, @Nullable Placement otherwise) {
        Placement place = placement(thing.place());
        buildings.place(id, place == null ? otherwise : place);
        hang(points);
    }

    private void hang(Map<Blueprint.Part, PointId> points) {
        points.forEach((part, point) -> {
            Placement spot = placement(part.own());
            if (spot != null) {
                buildings.place(point, spot);
            }
        });
    }

    private PointId point(NodeId node, Blueprint.Part part) {
        Point made = buildings.ensurePoint(node, part.kind(), part.channel(), part.name(), null, part.commandable());
        return part.interval() == null
                ? made.id()
                : buildings
                        .ensurePoint(node, part.kind(), part.channel(), part.commandable(), part.interval())
                        .id();
    }

    private @Nullable Placement placement(Blueprint.@Nullable Place place) {
        FloorId floor = place == null ? null : floors.get(place.level());
        return place == null || floor == null ? null : new Placement(floor, place.spot());
    }

    private void known(Blueprint.Thing thing, Node node, @Nullable Node called) {
        if (thing.dialect() != node.dialect()) {
            problems.add(new Problem(
                    thing.where(), "The node " + node.location() + " speaks another dialect here; it is left out."));
            return;
        }
        int before = steps.size();
        location(thing, node, called);
        if (thing.modules() != 0 && thing.modules() != node.modules()) {
            add(
                    node.modules() == 0 ? Sort.CHANGE : Sort.CONFLICT,
                    thing.where() + ".modules",
                    "Node " + node.location() + ": its modules",
                    String.valueOf(node.modules()),
                    String.valueOf(thing.modules()),
                    () -> assign(node, null, thing.modules()));
        }
        place(
                thing.where() + ".place",
                "Node " + node.location() + ": where it hangs",
                node.placement(),
                thing.place(),
                placement -> buildings.place(node.id(), placement));
        if (steps.size() == before) {
            same++;
        }
        parts(thing, node);
    }

    private void location(Blueprint.Thing thing, Node node, @Nullable Node called) {
        if (thing.location().equals(node.location())) {
            return;
        }
        if (called != null && !called.id().equals(node.id())) {
            problems.add(new Problem(
                    thing.where() + ".location",
                    "Another node is called " + thing.location() + " here; the node keeps its location."));
            return;
        }
        boolean unnamed = node.location().equals(node.uid());
        add(
                unnamed ? Sort.CHANGE : Sort.CONFLICT,
                thing.where() + ".location",
                "Node " + node.location() + ": its location",
                node.location(),
                thing.location(),
                () -> assign(node, thing.location(), null));
    }

    /** What is not given stays as it is; so does where the node hangs. */
    private void assign(Node node, @Nullable String location, @Nullable Integer modules) {
        Node now = addressed.getOrDefault(node.id(), node);
        Node then = buildings.readdress(
                node.id(), location == null ? now.location() : location, modules == null ? now.modules() : modules);
        addressed.put(node.id(), then);
    }

    private interface Hanger {
        void hang(@Nullable Placement placement);
    }

    private void place(
            String key, String words, @Nullable Placement here, Blueprint.@Nullable Place there, Hanger hanger) {
        if (there == null) {
            return;
        }
        FloorId floor = floors.get(there.level());
        if (here != null && here.spot().equals(there.spot()) && here.floor().equals(floor)) {
            return;
        }
        Item item = new Item(
                key, here == null ? Sort.CHANGE : Sort.CONFLICT, words, here == null ? "" : words(here), words(there));
        steps.add(new Step(item, () -> {}, () -> {
            Placement placement = placement(there);
            if (placement != null) {
                hanger.hang(placement);
            }
        }));
    }

    private String words(Placement here) {
        return ours.floor(here.floor()).map(floor -> floor.name() + ", ").orElse("")
                + spot(here.spot().x(), here.spot().y());
    }

    private String words(Blueprint.Place there) {
        FloorId floor = floors.get(there.level());
        String name = floor == null
                ? "a new floor, "
                : ours.floor(floor).map(known -> known.name() + ", ").orElse("");
        return name + spot(there.spot().x(), there.spot().y());
    }

    private static String spot(double x, double y) {
        return String.format(Locale.ROOT, "%.1f %% from the left, %.1f %% from the top", x * 100, y * 100);
    }

    private void parts(Blueprint.Thing thing, Node node) {
        List<Blueprint.Part> missing = new ArrayList<>();
        for (Blueprint.Part part : thing.parts()) {
            Point point = ours.pointOf(node.id(), part.kind(), part.channel());
            if (point == null) {
                missing.add(part);
            } else {
                part(thing, node, part, point);
            }
        }
        if (!missing.isEmpty()) {
            Map<Blueprint.Part, PointId> points = new HashMap<>();
            String names = missing.stream().map(Blueprint.Part::words).collect(Collectors.joining(", "));
            steps.add(new Step(
                    new Item(
                            thing.where() + ".points",
                            Sort.ADD,
                            "Node " + node.location() + " gets " + names + ".",
                            "",
                            ""),
                    () -> missing.forEach(part -> points.put(part, point(node.id(), part))),
                    () -> hang(points)));
        }
    }

    private void part(Blueprint.Thing thing, Node node, Blueprint.Part part, Point point) {
        int before = steps.size();
        String key = thing.where() + " " + part.kind().code() + " " + part.channel();
        String of = point.label() + " of " + node.location();
        if (!part.name().isEmpty() && !part.name().equals(point.name())) {
            Sort sort = point.name().isEmpty() ? Sort.CHANGE : Sort.CONFLICT;
            add(
                    sort,
                    key + " name",
                    of + ": its name",
                    point.name(),
                    part.name(),
                    () -> buildings.rename(point.id(), part.name()));
        }
        Duration interval = part.interval();
        if (interval != null && !interval.equals(point.interval())) {
            add(
                    point.interval() == null ? Sort.CHANGE : Sort.CONFLICT,
                    key + " interval",
                    of + ": seconds between readings",
                    point.interval() == null
                            ? ""
                            : String.valueOf(point.interval().toSeconds()),
                    String.valueOf(interval.toSeconds()),
                    () -> buildings.ensurePoint(node.id(), part.kind(), part.channel(), point.commandable(), interval));
        }
        place(
                key + " place",
                of + ": its own place",
                own.get(point.id()),
                part.own(),
                placement -> buildings.place(point.id(), placement));
        if (steps.size() == before) {
            same++;
        }
    }

    private void add(Sort sort, String key, String words, String here, String there, Runnable act) {
        steps.add(new Step(new Item(key, sort, words, here, there), act, () -> {}));
    }
}
