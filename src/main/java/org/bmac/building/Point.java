package org.bmac.building;

import java.time.Duration;
import org.bmac.point.Kind;
import org.bmac.point.PointId;
import org.jspecify.annotations.Nullable;

/**
 * One quantity of a node, sensed or commanded.
 *
 * @param channel tells points of one kind on one node apart: the channel K of BMaC 5, the GPIO of a fan, the pin of a
 *     relay; 0 where there is only one
 * @param name for people; empty where the kind says enough
 * @param placement its own or its node's; null while unplaced
 * @param zone the zone around its spot, or null
 * @param interval the configured time between two readings; null to learn it; zero when it speaks on change only
 * @param commandable whether it may be asked to take a value
 */
public record Point(
        PointId id,
        NodeId node,
        Kind kind,
        int channel,
        String name,
        @Nullable Placement placement,
        @Nullable ZoneId zone,
        @Nullable Duration interval,
        boolean commandable) {

    /** What to call it beside its place: its own name, else its kind's. */
    public String label() {
        return name.isEmpty() ? kind.label() : name;
    }
}
