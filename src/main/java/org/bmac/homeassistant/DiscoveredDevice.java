package org.bmac.homeassistant;

import java.util.List;
import org.bmac.building.NodeId;
import org.jspecify.annotations.Nullable;

/**
 * A device of another world, as it announces itself.
 *
 * @param name for people
 * @param model its maker and model; empty when it does not say
 * @param home what it is here; null when nothing of it is ours, or there was no room for it
 * @param points how many of its quantities are points
 * @param refused what of it cannot be shown, and why, a sentence each
 */
public record DiscoveredDevice(
        String name, String model, @Nullable Home home, int points, List<Refused> refused) {
    public DiscoveredDevice {
        refused = List.copyOf(refused);
    }

    /**
     * A node that a device is.
     *
     * @param name its location
     * @param placed whether somebody has given it a place
     */
    public record Home(NodeId node, String uid, String name, boolean placed) {}

    /**
     * Something that a device has and that cannot be shown.
     *
     * @param name what the device calls it
     * @param reason one sentence for people
     */
    public record Refused(String name, String reason) {}
}
