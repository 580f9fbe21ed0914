package org.bmac.audit;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which rows are wanted.
 *
 * @param actor part of the name, in any case; empty for all
 * @param whats empty for all
 * @param text part of the place, the reason or the origin, in any case; empty for all
 */
public record Filter(
        @Nullable Instant from,
        @Nullable Instant until,
        String actor,
        @Nullable Integer point,
        Set<What> whats,
        String text) {
    /** All rows. */
    public static final Filter ALL = new Filter(null, null, "", null, Set.of(), "");

    public Filter {
        whats = Set.copyOf(whats);
    }
}
