package org.bmac.audit;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.bmac.building.Building;
import org.bmac.building.Floor;
import org.bmac.building.Node;
import org.bmac.building.Placement;
import org.bmac.building.Point;
import org.bmac.building.Zone;

/** What is otherwise in one picture of the building than in another, in words. Pure. */
final class Difference {
    /** More than these are only counted. */
    static final int MOST = 5;

    private Difference() {}

    /** "floor Attic is new; lab-1 was placed on Attic; foyer has 3 points, 2 before"; empty when a person sees none. */
    static String words(Building before, Building now) {
        List<String> all = new ArrayList<>();
        if (!before.name().equals(now.name())) {
            all.add("the building is called " + now.name());
        }
        compare(
                all,
                before.floors(),
                now.floors(),
                Floor::id,
                floor -> "floor " + floor.name(),
                (_, _) -> "was changed");
        compare(all, before.zones(), now.zones(), Zone::id, zone -> "zone " + zone.name(), (_, _) -> "was changed");
        compare(all, before.nodes(), now.nodes(), Node::id, Node::location, (was, is) -> moved(was, is, now));
        points(all, before, now);
        int more = all.size() - MOST;
        return String.join("; ", all.subList(0, Math.min(MOST, all.size())))
                + (more > 0 ? "; and " + more + " more" : "");
    }

    private interface Change<T> {
        /** What has happened to it; the two are not equal. */
        String words(T was, T is);
    }

    private static <T> void compare(
            List<String> all,
            Collection<T> before,
            Collection<T> now,
            Function<T, Object> id,
            Function<T, String> name,
            Change<T> change) {
        Map<Object, T> left = new HashMap<>();
        before.forEach(each -> left.put(id.apply(each), each));
        for (T is : now) {
            T was = left.remove(id.apply(is));
            if (was == null) {
                all.add(name.apply(is) + " is new");
            } else if (!was.equals(is)) {
                all.add(name.apply(was) + " " + change.words(was, is));
            }
        }
        before.stream()
                .filter(each -> left.containsKey(id.apply(each)))
                .forEach(each -> all.add(name.apply(each) + " is gone"));
    }

    private static String moved(Node was, Node is, Building now) {
        List<String> words = new ArrayList<>();
        if (!was.location().equals(is.location())) {
            words.add("is called " + is.location());
        }
        Placement place = is.placement();
        if (place == null && was.placement() != null) {
            words.add("has no place any more");
        } else if (place != null && !place.equals(was.placement())) {
            Optional<Floor> floor = now.floor(place.floor());
            words.add((was.placement() == null ? "was placed on " : "was moved on ")
                    + floor.map(Floor::name).orElse("a floor"));
        }
        return words.isEmpty() ? "was configured" : String.join(" and ", words);
    }

    private static void points(List<String> all, Building before, Building now) {
        for (Node node : now.nodes()) {
            List<Point> were = before.pointsOf(node.id());
            List<Point> are = now.pointsOf(node.id());
            if (were.size() != are.size()) {
                all.add(node.location() + " has " + are.size() + (are.size() == 1 ? " point, " : " points, ")
                        + were.size() + " before");
            } else if (!settled(were).equals(settled(are))) {
                all.add("points of " + node.location() + " were changed");
            }
        }
    }

    /** Without what follows from where the node is. */
    private static List<Point> settled(List<Point> points) {
        return points.stream()
                .map(point -> new Point(
                        point.id(),
                        point.node(),
                        point.kind(),
                        point.channel(),
                        point.name(),
                        null,
                        null,
                        point.interval(),
                        point.commandable()))
                .toList();
    }
}
