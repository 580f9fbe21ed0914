package org.bmac.access;

import java.util.Set;

/**
 * An administrator has said anew where a user may do what. Published as an application event within the transaction that
 * writes it: whoever throws undoes it. {@link AccessChanged} follows when it counts.
 *
 * @param origin the display or browser
 */
public record GrantsChanged(Actor by, String origin, User user, Set<Grant> before, Set<Grant> after) {
    public GrantsChanged {
        before = Set.copyOf(before);
        after = Set.copyOf(after);
    }
}
