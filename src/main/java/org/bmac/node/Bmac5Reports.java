package org.bmac.node;

import java.time.Instant;
import java.util.List;
import org.bmac.building.Building;
import org.bmac.building.Node;
import org.bmac.building.Point;
import org.bmac.point.Bytes;
import org.bmac.point.Quality;
import org.bmac.point.Value;
import org.jspecify.annotations.Nullable;

/** Makes readings from what BMaC 5 nodes report and answer; false when the node has to be made first. */
final class Bmac5Reports {
    private final Known known;

    Bmac5Reports(Known known) {
        this.known = known;
    }

    /** A node whose clock is ahead cannot have measured in the future: its value counts from now, and as uncertain. */
    boolean reported(Building building, NodeMessage.Reported reported, Heard heard) {
        Node node = building.nodeOfUid(reported.uid());
        if (node == null) {
            return false;
        }
        Instant arrived = heard.message().at();
        Instant measured = reported.measured();
        boolean ahead = measured != null && measured.isAfter(arrived);
        if (measured != null && ahead) {
            known.ahead(node, measured, arrived);
        }
        value(
                building,
                node,
                reported.channel(),
                reported.value(),
                ahead ? Quality.UNCERTAIN : Quality.GOOD,
                measured == null || ahead ? arrived : measured,
                heard);
        return true;
    }

    boolean answered(Building building, Answered.Command answer, Heard heard) {
        Node node = building.nodeOfUid(answer.uid());
        if (node == null) {
            return false;
        }
        if (answer.value().length() > 0) {
            value(
                    building,
                    node,
                    answer.channel(),
                    answer.value(),
                    Quality.GOOD,
                    heard.message().at(),
                    heard);
        }
        return known.word(node, answer, heard);
    }

    private void value(
            Building building, Node node, int channel, Bytes bytes, Quality quality, Instant at, Heard heard) {
        Point point = onChannel(building, node, channel);
        Coding coding = point == null ? null : Coding.of(point.kind());
        if (point == null || coding == null) {
            known.unreadable(node, Fault.UNKNOWN_CHANNEL, "the node has not announced a channel " + channel, heard);
            return;
        }
        Value value = coding.read(bytes);
        if (value == null) {
            String detail = coding.kind().label() + " takes " + coding.bytes() + " bytes, not " + bytes.length();
            known.unreadable(node, Fault.WRONG_LENGTH, detail, heard);
        } else {
            known.value(node, point, value, quality, heard, at);
        }
    }

    /** The point of a channel. If a node once announced another kind on it, the newer point counts. */
    private static @Nullable Point onChannel(Building building, Node node, int channel) {
        List<Point> points = building.pointsOf(node.id());
        for (int i = points.size() - 1; i >= 0; i--) {
            if (points.get(i).channel() == channel) {
                return points.get(i);
            }
        }
        return null;
    }
}
