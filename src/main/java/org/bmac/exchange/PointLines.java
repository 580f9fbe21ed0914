package org.bmac.exchange;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bmac.building.Building;
import org.bmac.building.Floor;
import org.bmac.building.Point;
import org.bmac.building.Zone;
import org.bmac.history.Sample;

/**
 * Readings of points as lines: the quantity is the measurement; tags say which point, with number, node, channel and place;
 * fields are {@code value}, left out where there is no number, and {@code quality}; the time is in milliseconds.
 */
final class PointLines {
    static final String POINT = "point";
    static final String NODE = "node";
    static final String CHANNEL = "channel";
    static final String VALUE = "value";
    static final String QUALITY = "quality";

    private PointLines() {}

    /** One for each, in their order. */
    static List<String> of(Point point, Building building, List<Sample> readings) {
        StringBuilder head = new StringBuilder();
        LineProtocol.head(head, point.kind().code(), tags(point, building));
        String before = head.append(' ').toString();
        return readings.stream().map(reading -> before + rest(reading)).toList();
    }

    private static String rest(Sample reading) {
        String value = Double.isFinite(reading.number()) ? VALUE + "=" + reading.number() + "," : "";
        return value + QUALITY + "=\"" + reading.quality().code() + "\" "
                + reading.at().toEpochMilli();
    }

    /** In the order of their names, as the protocol likes it. */
    private static Map<String, String> tags(Point point, Building building) {
        Map<String, String> tags = new LinkedHashMap<>();
        tags.put("building", building.name());
        tags.put(CHANNEL, Integer.toString(point.channel()));
        if (point.placement() != null) {
            tags.put(
                    "floor",
                    building.floor(point.placement().floor()).map(Floor::name).orElse(""));
        }
        tags.put("name", point.label());
        building.node(point.node()).ifPresent(node -> tags.put(NODE, node.location()));
        tags.put(POINT, point.id().toString());
        if (point.zone() != null) {
            tags.put("zone", building.zone(point.zone()).map(Zone::name).orElse(""));
        }
        return tags;
    }
}
