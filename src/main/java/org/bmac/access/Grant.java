package org.bmac.access;

import java.util.Comparator;
import java.util.Set;
import java.util.stream.Collectors;
import org.bmac.building.Building;

/** A right that somebody has there, and with it the rights before it in the order of {@link Right}. */
public record Grant(Right what, Where where) {
    /** All of these in one sentence for people, without their end: "may see everywhere; command Ground floor". */
    public static String words(Set<Grant> grants, Building building) {
        return grants.isEmpty()
                ? "may do everywhere what the role allows"
                : "may "
                        + grants.stream()
                                .sorted(Comparator.comparing(Grant::what))
                                .map(grant -> grant.what().code() + " "
                                        + grant.where().words(building))
                                .collect(Collectors.joining("; "));
    }
}
