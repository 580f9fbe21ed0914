package org.bmac.transfer;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
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
import org.bmac.building.PlanImage;
import org.bmac.building.Zone;
import org.bmac.building.ZoneId;
import org.bmac.point.Bytes;
import org.bmac.transfer.DryRun.Item;
import org.bmac.transfer.DryRun.Sort;
import org.jspecify.annotations.Nullable;

/**
 * Lays what a file says beside what there is. What is here and not in the file is left alone; what nobody has said here is
 * filled in; where both say something, and not the same, there is a conflict. Floors and zones are the same when their
 * names are. Writes nothing before its steps are taken.
 */
final class Comparison {
    private static final int NO_NUMBER = 0;

    /**
     * One thing with what it takes.
     *
     * @param hang what is left to do when all nodes and points are there
     */
    record Step(Item item, Runnable build, Runnable hang) {}

    private final Buildings buildings;
    private final Function<Bytes, PlanImage> harmless;
    private final Blueprint theirs;
    private final Building ours;
    private final Set<FloorId> archived;
    private final Set<FloorId> matched = new HashSet<>();
    private final Map<String, FloorId> floors = new HashMap<>();
    private final List<Step> steps = new ArrayList<>();
    private final List<Problem> problems;
    private int same;

    private Comparison(Buildings buildings, Function<Bytes, PlanImage> harmless, Blueprint theirs) {
        this.buildings = buildings;
        this.harmless = harmless;
        this.theirs = theirs;
        this.ours = buildings.whole();
        this.archived = buildings.archivedFloors().stream().map(Floor::id).collect(Collectors.toSet());
        this.problems = new ArrayList<>(theirs.problems());
    }

    /** @param harmless makes a plan harmless, or throws {@link IllegalArgumentException} with a sentence */
    static Comparison of(Buildings buildings, Function<Bytes, PlanImage> harmless, Blueprint theirs) {
        Comparison comparison = new Comparison(buildings, harmless, theirs);
        comparison.name();
        theirs.levels().forEach(comparison::level);
        ThingComparison things = new ThingComparison(buildings, comparison.ours, comparison.floors);
        theirs.things().forEach(things::compare);
        comparison.steps.addAll(things.steps());
        comparison.problems.addAll(things.problems());
        comparison.same += things.same();
        return comparison;
    }

    /**
     * Takes the steps that need no decision and those for which the file was decided; within {@link Buildings#changeTogether}.
     *
     * @param decided the keys of the conflicts in which the file prevails
     * @return what was taken
     */
    List<Item> take(Set<String> decided) {
        List<Step> taken =
                steps.stream().filter(step -> isTaken(step.item(), decided)).toList();
        taken.forEach(step -> step.build().run());
        taken.forEach(step -> step.hang().run());
        return taken.stream().map(Step::item).toList();
    }

    private static boolean isTaken(Item item, Set<String> decided) {
        return switch (item.sort()) {
            case ADD, CHANGE -> true;
            case CONFLICT -> decided.contains(item.key());
        };
    }

    DryRun dryRun() {
        return new DryRun(theirs.source(), steps.stream().map(Step::item).toList(), same, problems);
    }

    private void name() {
        if (theirs.name().isBlank() || theirs.name().equals(ours.name())) {
            return;
        }
        Runnable rename = () -> buildings.rename(theirs.name());
        if (ours.name().isBlank()) {
            add(Sort.CHANGE, "name", "The building is called " + theirs.name() + ".", "", theirs.name(), rename);
        } else {
            add(Sort.CONFLICT, "name", "The building's name", ours.name(), theirs.name(), rename);
        }
    }

    private void level(Blueprint.Level level) {
        Floor floor = match(level);
        if (floor == null) {
            fresh(level);
            return;
        }
        matched.add(floor.id());
        floors.put(level.key(), floor.id());
        int before = steps.size();
        details(level, floor);
        plan(level, floor);
        if (steps.size() == before) {
            same++;
        }
        areas(level, floor);
    }

    private @Nullable Floor match(Blueprint.Level level) {
        List<Floor> called = ours.floors().stream()
                .filter(floor -> !matched.contains(floor.id()) && floor.name().equalsIgnoreCase(level.name()))
                .toList();
        return called.stream()
                .filter(floor -> archived.contains(floor.id()) == level.archived())
                .findFirst()
                .orElseGet(() -> called.isEmpty() ? null : called.getFirst());
    }

    private void fresh(Blueprint.Level level) {
        PlanImage plan = plan(level);
        int zones = level.areas().size();
        String words = "Floor " + level.name() + " is new"
                + (zones == 0 ? "" : ", with " + zones + (zones == 1 ? " zone" : " zones"))
                + (level.archived() ? ", and is put away" : "") + ".";
        add(Sort.ADD, level.where(), words, "", "", () -> {
            FloorId id = buildings.addFloor(level.name(), level.ordinal(), level.width(), level.height(), plan);
            floors.put(level.key(), id);
            buildings.change(floor(id, level));
            level.areas().forEach(area -> buildings.addZone(zone(new ZoneId(NO_NUMBER), id, area)));
            if (level.archived()) {
                buildings.archive(id);
            }
        });
    }

    private static Floor floor(FloorId id, Blueprint.Level level) {
        return new Floor(
                id, level.name(), level.ordinal(), level.width(), level.height(), 1, level.metres(), level.north());
    }

    private PlanImage plan(Blueprint.Level level) {
        PlanImage plan = level.plan() == null ? null : harmless(level, level.plan());
        return plan == null
                ? new PlanImage(
                        "image/svg+xml",
                        Bytes.of("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 " + level.width() + " "
                                + level.height() + "\"/>"))
                : plan;
    }

    private @Nullable PlanImage harmless(Blueprint.Level level, Bytes plan) {
        try {
            return harmless.apply(plan);
        } catch (IllegalArgumentException e) {
            problems.add(new Problem(level.where() + ".plan", String.valueOf(e.getMessage())));
            return null;
        }
    }

    private void details(Blueprint.Level level, Floor floor) {
        String of = "Floor " + floor.name();
        if (level.archived() != archived.contains(floor.id())) {
            Runnable act =
                    level.archived() ? () -> buildings.archive(floor.id()) : () -> buildings.bringBack(floor.id());
            add(
                    Sort.CONFLICT,
                    level.where() + ".archived",
                    of + ": whether it is put away",
                    level.archived() ? "in use" : "put away",
                    level.archived() ? "put away" : "in use",
                    act);
        }
        if (level.ordinal() != floor.ordinal()) {
            add(
                    Sort.CONFLICT,
                    level.where() + ".ordinal",
                    of + ": its place in the order",
                    String.valueOf(floor.ordinal()),
                    String.valueOf(level.ordinal()),
                    () -> change(floor.id(), now -> sized(now, level.ordinal(), now.metres(), now.north())));
        }
        number(
                level.where() + ".metres",
                of + ": metres from left to right",
                floor.metres(),
                level.metres(),
                () -> change(floor.id(), now -> sized(now, now.ordinal(), level.metres(), now.north())));
        number(
                level.where() + ".north",
                of + ": degrees to north",
                floor.north(),
                level.north(),
                () -> change(floor.id(), now -> sized(now, now.ordinal(), now.metres(), level.north())));
    }

    private void number(String key, String words, @Nullable Double here, @Nullable Double there, Runnable act) {
        if (there == null || there.equals(here)) {
            return;
        }
        Sort sort = here == null ? Sort.CHANGE : Sort.CONFLICT;
        add(sort, key, words, here == null ? "" : here.toString(), there.toString(), act);
    }

    private static Floor sized(Floor now, int ordinal, @Nullable Double metres, @Nullable Double north) {
        return new Floor(now.id(), now.name(), ordinal, now.width(), now.height(), now.version(), metres, north);
    }

    private void change(FloorId id, Function<Floor, Floor> changed) {
        buildings.change(changed.apply(buildings.whole().floor(id).orElseThrow()));
    }

    private void plan(Blueprint.Level level, Floor floor) {
        Bytes file = level.plan();
        Bytes here = buildings.planOf(floor.id()).map(PlanImage::content).orElse(Bytes.NONE);
        boolean sameSize = level.width() == floor.width() && level.height() == floor.height();
        if (file == null || (sameSize && file.equals(here))) {
            return;
        }
        PlanImage plan = harmless(level, file);
        if (plan != null && !(sameSize && plan.content().equals(here))) {
            add(
                    Sort.CONFLICT,
                    level.where() + ".plan",
                    "Floor " + floor.name() + ": its plan",
                    "the plan here",
                    "the plan in the file",
                    () -> buildings.setPlan(floor.id(), level.width(), level.height(), plan));
        }
    }

    private void areas(Blueprint.Level level, Floor floor) {
        Map<String, List<Zone>> left = ours.zones().stream()
                .filter(zone -> zone.floor().equals(floor.id()))
                .collect(Collectors.groupingBy(
                        zone -> zone.name().toLowerCase(Locale.ROOT), Collectors.toCollection(ArrayList::new)));
        int number = 0;
        for (Blueprint.Area area : level.areas()) {
            String key = level.where() + ".zones " + number++ + " " + area.name();
            List<Zone> called = left.getOrDefault(area.name().toLowerCase(Locale.ROOT), List.of());
            if (called.isEmpty()) {
                add(
                        Sort.ADD,
                        key,
                        "Zone " + area.name() + " on " + floor.name() + " is new.",
                        "",
                        "",
                        () -> buildings.addZone(zone(new ZoneId(NO_NUMBER), floor.id(), area)));
            } else {
                area(key, area, called.removeFirst());
            }
        }
    }

    private void area(String key, Blueprint.Area area, Zone here) {
        Zone there = zone(here.id(), here.floor(), area);
        if (there.equals(here)) {
            same++;
        } else {
            add(
                    Sort.CONFLICT,
                    key,
                    "Zone " + here.name(),
                    words(here, there),
                    words(there, here),
                    () -> buildings.change(there));
        }
    }

    private static String words(Zone zone, Zone other) {
        List<String> words = new ArrayList<>();
        words.add(zone.name());
        words.add(zone.kind().name().toLowerCase(Locale.ROOT).replace('_', ' '));
        if (!zone.tags().equals(other.tags())) {
            words.add(zone.tags().isEmpty() ? "no tags" : "tags " + String.join(" ", zone.tags()));
        }
        if (!zone.outline().equals(other.outline())) {
            words.add("another outline of " + zone.outline().size() + " corners");
        }
        return String.join(", ", words);
    }

    private static Zone zone(ZoneId id, FloorId floor, Blueprint.Area area) {
        return new Zone(id, floor, area.name(), area.kind(), area.tags(), area.outline());
    }

    private void add(Sort sort, String key, String words, String here, String there, Runnable act) {
        steps.add(new Step(new Item(key, sort, words, here, there), act, () -> {}));
    }
}
