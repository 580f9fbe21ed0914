package org.bmac.access.ui;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bmac.access.Grant;
import org.bmac.access.Right;
import org.bmac.access.Role;
import org.bmac.access.Where;
import org.bmac.building.Building;

/** Where somebody may do what, in words. */
final class Places {
    private Places() {}

    /** All that can be chosen: each floor, and after it its zones. */
    static List<Where> of(Building building) {
        return building.floors().stream()
                .flatMap(floor -> Stream.concat(
                        Stream.<Where>of(new Where.OnFloor(floor.id())),
                        building.zones().stream()
                                .filter(zone -> zone.floor().equals(floor.id()))
                                .map(zone -> new Where.InZone(zone.id()))))
                .toList();
    }

    /** The rights that the role allows at all. */
    static List<Right> rights(Role role) {
        return Stream.of(Right.values())
                .filter(right -> role.holds(right.least()))
                .toList();
    }

    /** Where the grants give a right by name; not where they give a stronger one. */
    static List<Where> granted(Set<Grant> grants, Right right) {
        return grants.stream()
                .filter(grant -> grant.what() == right)
                .map(Grant::where)
                .toList();
    }

    /** Where the grants give a right, also by a stronger one. */
    static List<Where> held(Set<Grant> grants, Right right) {
        return grants.stream()
                .filter(grant -> grant.what().compareTo(right) >= 0)
                .map(Grant::where)
                .distinct()
                .toList();
    }

    /** In a few words, such as "See everywhere, command 2 places". */
    static String summary(Role role, Set<Grant> grants, Building building) {
        if (role == Role.ADMIN || grants.isEmpty()) {
            return "Everywhere";
        }
        return start(rights(role).stream()
                .map(right -> right.code() + " " + briefly(held(grants, right), building))
                .collect(Collectors.joining(", ")));
    }

    private static String briefly(List<Where> places, Building building) {
        return switch (places.size()) {
            case 0 -> "nowhere";
            case 1 -> places.getFirst().words(building);
            default -> places.contains(new Where.Everywhere()) ? "everywhere" : places.size() + " places";
        };
    }

    /** All places by name. */
    static String wholly(List<Where> places, Building building) {
        if (places.isEmpty()) {
            return "nowhere";
        }
        return places.contains(new Where.Everywhere())
                ? "everywhere"
                : places.stream().map(place -> place.words(building)).sorted().collect(Collectors.joining("; "));
    }

    /** With a capital letter. */
    static String start(String word) {
        return word.substring(0, 1).toUpperCase(Locale.ENGLISH) + word.substring(1);
    }
}
