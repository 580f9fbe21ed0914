package org.bmac.access;

import java.util.Comparator;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.bmac.building.Building;

/** A right that somebody has there, and with it the rights before it in the order of {@link Right}. */
public record Grant(Right what, Where where) {
    /** All of these for people, such as "may see everywhere; command Ground floor and Roof, 3.01 Plant room". */
    public static String words(Set<Grant> grants, Building building) {
        if (grants.isEmpty()) {
            return "may do everywhere what the role allows";
        }
        return grants.stream()
                .collect(Collectors.groupingBy(
                        Grant::what,
                        TreeMap::new,
                        Collectors.mapping(grant -> grant.where().words(building), Collectors.toList())))
                .entrySet()
                .stream()
                .map(each -> each.getKey().code() + " "
                        + each.getValue().stream()
                                .sorted(Comparator.naturalOrder())
                                .collect(Collectors.joining(" and ")))
                .collect(Collectors.joining("; ", "may ", ""));
    }
}
