package org.bmac.editor;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Brings together what one person draws and what others have published meanwhile. What only one side has changed counts; what
 * both have changed in the same way, too; of what both have changed differently it says that they clash. Pure.
 */
final class Merge {
    /** Whose version counts where both sides have changed something. */
    enum Preference {
        MINE,
        THEIRS
    }

    /**
     * What came of it.
     *
     * @param drawing with the preferred side where the two clash
     * @param clashes a sentence each; empty when the two fit together
     */
    record Result(Drawing drawing, List<String> clashes) {
        Result {
            clashes = List.copyOf(clashes);
        }
    }

    private final Drawing base;
    private final Drawing mine;
    private final Drawing theirs;
    private final Preference preference;
    private final Function<String, String> nameOfNode;
    private final List<String> clashes = new ArrayList<>();

    private Merge(
            Drawing base, Drawing mine, Drawing theirs, Preference preference, Function<String, String> nameOfNode) {
        this.base = base;
        this.mine = mine;
        this.theirs = theirs;
        this.preference = preference;
        this.nameOfNode = nameOfNode;
    }

    /**
     * Merges.
     *
     * @param base what was published when the draft began
     * @param nameOfNode what to call a node with this number
     */
    static Result of(
            Drawing base, Drawing mine, Drawing theirs, Preference preference, Function<String, String> nameOfNode) {
        return new Merge(base, mine, theirs, preference, nameOfNode).merged();
    }

    private Result merged() {
        String name = Objects.requireNonNull(
                one(base.name(), mine.name(), theirs.name(), () -> "The building has been given another name"));
        List<Drawing.Storey> floors = floors();
        List<Drawing.Room> zones = List.copyOf(each(
                        byId(base.zones(), Drawing.Room::id),
                        byId(mine.zones(), Drawing.Room::id),
                        byId(theirs.zones(), Drawing.Room::id),
                        room -> "The zone " + room.name() + " has been changed")
                .values());
        Map<String, Drawing.Place> nodes = each(
                base.nodes(),
                mine.nodes(),
                theirs.nodes(),
                this::placed,
                id -> nameOfNode.apply(id) + " has been placed");
        Map<String, Drawing.Place> points = each(
                base.points(), mine.points(), theirs.points(), this::placed, id -> "Point " + id + " has been placed");
        return new Result(new Drawing(name, floors, zones, nodes, points), clashes);
    }

    private String placed(Drawing.Place place) {
        return "Something has been placed on " + theirs.nameOfFloor(place.floor());
    }

    /** A published floor that is missing in mine is as it was: floors are put away, not taken out. */
    private List<Drawing.Storey> floors() {
        Map<String, Drawing.Storey> was = byId(base.floors(), Drawing.Storey::id);
        Map<String, Drawing.Storey> is = byId(mine.floors(), Drawing.Storey::id);
        was.forEach(is::putIfAbsent);
        Map<String, Drawing.Storey> now = each(
                was,
                is,
                byId(theirs.floors(), Drawing.Storey::id),
                floor -> "The floor " + floor.name() + " has been changed");
        List<String> order = ids(mine).equals(ids(base)) ? ids(theirs) : ids(mine);
        Set<String> all = new HashSet<>(now.keySet());
        Stream<String> known = order.stream().filter(all::remove).toList().stream();
        List<String> rest = now.keySet().stream().filter(all::contains).toList();
        return Stream.concat(known, rest.stream())
                .map(id -> Objects.requireNonNull(now.get(id)))
                .toList();
    }

    private static List<String> ids(Drawing drawing) {
        return drawing.floors().stream().map(Drawing.Storey::id).toList();
    }

    private <T> Map<String, T> each(
            Map<String, T> was, Map<String, T> is, Map<String, T> now, Function<T, String> words) {
        return each(was, is, now, words, null);
    }

    private <T> Map<String, T> each(
            Map<String, T> was,
            Map<String, T> is,
            Map<String, T> now,
            Function<T, String> words,
            @Nullable Function<String, String> byId) {
        Map<String, T> found = new LinkedHashMap<>();
        Set<String> ids = new LinkedHashSet<>(now.keySet());
        ids.addAll(is.keySet());
        ids.addAll(was.keySet());
        for (String id : ids) {
            T before = was.get(id);
            T here = is.get(id);
            T there = now.get(id);
            T kept = one(before, here, there, () -> {
                if (byId != null) {
                    return byId.apply(id);
                }
                return words.apply(Objects.requireNonNull(there != null ? there : before != null ? before : here));
            });
            if (kept != null) {
                found.put(id, kept);
            }
        }
        return found;
    }

    private <T> @Nullable T one(@Nullable T was, @Nullable T is, @Nullable T now, Supplier<String> words) {
        if (Objects.equals(is, now) || Objects.equals(now, was)) {
            return is;
        }
        if (Objects.equals(is, was)) {
            return now;
        }
        clashes.add(words.get() + (now == null ? ", or is gone," : "") + " by somebody else meanwhile, and by you.");
        return preference == Preference.MINE ? is : now;
    }

    private static <T> Map<String, T> byId(List<T> all, Function<T, String> id) {
        return all.stream().collect(Collectors.toMap(id, Function.identity(), (first, _) -> first, LinkedHashMap::new));
    }
}
