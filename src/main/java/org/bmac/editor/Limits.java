package org.bmac.editor;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.bmac.access.Reach;
import org.bmac.building.Building;
import org.bmac.building.FloorId;
import org.bmac.building.Placement;
import org.bmac.building.Spot;
import org.bmac.point.PointId;
import org.springframework.security.access.AccessDeniedException;

/** Refuses what somebody draws where that person may not configure. */
final class Limits {
    private final Reach reach;
    private final Building building;

    Limits(Reach reach, Building building) {
        this.reach = reach;
        this.building = building;
    }

    /** @throws AccessDeniedException with a sentence for the first thing that lies elsewhere */
    void check(Drawing now, Drawing then) {
        if (reach.everywhere()) {
            return;
        }
        if (!now.name().equals(then.name())) {
            refuse("name the building");
        }
        if (!ids(now).equals(ids(then))) {
            refuse("add, order or bring back floors");
        }
        changed(byId(now.floors(), Drawing.Storey::id), byId(then.floors(), Drawing.Storey::id))
                .forEach(floor -> {
                    need(floor.id(), "change the floor " + floor.name());
                    plan(floor);
                });
        changed(byId(now.zones(), Drawing.Room::id), byId(then.zones(), Drawing.Room::id))
                .forEach(zone -> need(zone.floor(), "draw zones on " + then.nameOfFloor(zone.floor())));
        changed(now.nodes(), then.nodes()).forEach(place -> need(place, then));
        changed(now.points(), then.points()).forEach(place -> need(place, then));
        ids(now.points(), then.points()).forEach(this::point);
        then.nodes().keySet().stream()
                .filter(id -> !now.nodes().containsKey(id))
                .findAny()
                .ifPresent(_ -> refuse("place what has no place yet"));
        now.nodes().keySet().stream()
                .filter(id -> !then.nodes().containsKey(id))
                .findAny()
                .ifPresent(_ -> refuse("take a node from its place"));
    }

    private static List<String> ids(Drawing drawing) {
        return drawing.floors().stream().map(Drawing.Storey::id).toList();
    }

    private static <T> Map<String, T> byId(List<T> all, Function<T, String> id) {
        return all.stream().collect(Collectors.toMap(id, Function.identity(), (first, _) -> first));
    }

    /** What is otherwise, as it was and as it will be. */
    private static <T> Set<T> changed(Map<String, T> now, Map<String, T> then) {
        Set<T> changed = new HashSet<>();
        now.forEach((id, was) -> {
            if (!Objects.equals(was, then.get(id))) {
                changed.add(was);
            }
        });
        then.forEach((id, is) -> {
            if (!Objects.equals(is, now.get(id))) {
                changed.add(is);
            }
        });
        return changed;
    }

    /** Of what is otherwise. */
    private static Set<String> ids(Map<String, Drawing.Place> now, Map<String, Drawing.Place> then) {
        Set<String> ids = new HashSet<>(now.keySet());
        ids.addAll(then.keySet());
        ids.removeIf(id -> Objects.equals(now.get(id), then.get(id)));
        return ids;
    }

    /** It is taken from where it hangs now, or goes back to where its node hangs: both have to be within. */
    private void point(String id) {
        boolean may = Numbers.of(id)
                .map(PointId::new)
                .flatMap(building::point)
                .filter(reach::holds)
                .flatMap(point -> building.node(point.node()))
                .filter(node -> reach.holds(node.placement(), building))
                .isPresent();
        if (!may) {
            refuse("place a point that hangs elsewhere");
        }
    }

    /** The picture of another floor is for who may configure that one. */
    private void plan(Drawing.Storey floor) {
        String[] parts = floor.plan().split("/", -1);
        if (parts[0].equals("floor") && parts.length == 3) {
            need(parts[1], "use the plan of another floor");
        }
    }

    private void need(String floor, String what) {
        boolean may = Numbers.of(floor)
                .map(FloorId::new)
                .flatMap(building::floor)
                .filter(reach::holds)
                .isPresent();
        if (!may) {
            refuse(what);
        }
    }

    private void need(Drawing.Place place, Drawing then) {
        boolean may = Numbers.of(place.floor())
                .map(number -> new Placement(new FloorId(number), new Spot(place.x(), place.y())))
                .filter(placement -> reach.holds(placement, building))
                .isPresent();
        if (!may) {
            refuse("place anything there on " + then.nameOfFloor(place.floor()));
        }
    }

    private static void refuse(String what) {
        throw new AccessDeniedException("You may not " + what + ".");
    }
}
