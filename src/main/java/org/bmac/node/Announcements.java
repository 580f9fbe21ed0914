package org.bmac.node;

import java.time.Duration;
import org.bmac.building.Building;
import org.bmac.building.Buildings;
import org.bmac.building.Node;
import org.bmac.building.Point;

/** What BMaC 5 nodes say that they have, and the points that it makes. */
final class Announcements {
    private Announcements() {}

    /** Whether every announced channel is a point that expects to be heard as often as the node says. */
    static boolean kept(Building building, Node node, NodeMessage.Described described) {
        return described.channels().stream().allMatch(channel -> {
            Point point = building.pointOf(node.id(), channel.kind(), channel.number());
            return point != null && interval(channel).equals(point.interval());
        });
    }

    /** How many points it takes to make it so. */
    static long missing(Building building, Node node, NodeMessage.Described described) {
        return described.channels().stream()
                .filter(channel -> building.pointOf(node.id(), channel.kind(), channel.number()) == null)
                .count();
    }

    /** Makes it so. */
    static void keep(Buildings buildings, Node node, NodeMessage.Described described) {
        for (Channel channel : described.channels()) {
            buildings.ensurePoint(
                    node.id(), channel.kind(), channel.number(), channel.commandable(), interval(channel));
        }
    }

    /** A channel that does not report by itself is expected to be heard on change at most. */
    private static Duration interval(Channel channel) {
        return channel.reporting() ? channel.period() : Duration.ZERO;
    }
}
