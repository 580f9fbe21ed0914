package org.bmac.homeassistant;

import java.util.List;
import org.bmac.building.NodeId;
import org.jspecify.annotations.Nullable;

/**
 * A device of another world, as it announces itself.
 *
 * @param name for people
 * @param model its maker and model; empty when it does not say
 * @param node what it is here; null when nothing of it is ours, or there was no room for it
 * @param points how many of its quantities are points
 * @param refused what of it cannot be shown, and why, a sentence each
 */
public record DiscoveredDevice(String name, String model, @Nullable NodeId node, int points, List<Refused> refused) {
    public DiscoveredDevice {
        refused = List.copyOf(refused);
    }

    /**
     * Something that a device has and that cannot be shown.
     *
     * @param name what the device calls it
     * @param reason one sentence for people
     */
    public record Refused(String name, String reason) {}
}
