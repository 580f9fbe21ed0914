package org.bmac.audit;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which rows are wanted.
 *
 * @param actor part of the name, in any case; empty for all
 * @param whats empty for all
 * @param place part of the words for the point and where it is, in any case; empty for all
 * @param text part of any words: place, reason, origin, right or what was wanted, in any case; empty for all
 */
public record Filter(
        @Nullable Instant from,
        @Nullable Instant until,
        String actor,
        Set<What> whats,
        Ending ending,
        String place,
        String text) {
    /** All rows. */
    public static final Filter ALL = new Filter(null, null, "", Set.of(), Ending.ANY, "", "");

    public Filter {
        whats = Set.copyOf(whats);
    }
}
