package org.bmac.cnc;

import java.time.Instant;
import org.bmac.building.NodeId;
import org.jspecify.annotations.Nullable;

/**
 * A node says that the air has changed for better or worse. Published once it is kept.
 *
 * @param at when it arrived
 * @param location that the node gave
 * @param node that is called so; null while none is known
 * @param level 0 fine, 1 warning, 2 critical
 * @param rising whether it has become worse
 */
public record Co2Event(
        Instant at, String location, @Nullable NodeId node, int level, boolean rising, int ppm) {

    /** The word for programs: {@code ok}, {@code warn} or {@code crit}. */
    public String state() {
        return switch (level) {
            case 0 -> "ok";
            case 1 -> "warn";
            default -> "crit";
        };
    }
}
