package org.bmac.exchange;

import org.bmac.building.Building;
import org.bmac.building.Node;
import org.bmac.building.Point;
import org.bmac.point.PointId;

/**
 * A point in the words of a file.
 *
 * @param node its location, which it has on the wire
 * @param quantity the word of its kind
 * @param unit its symbol
 */
public record Described(
        PointId point, String name, String place, String node, String quantity, int channel, String unit) {

    static Described of(Point point, Building building) {
        return new Described(
                point.id(),
                point.label(),
                building.placeOf(point),
                building.node(point.node()).map(Node::location).orElse(""),
                point.kind().code(),
                point.channel(),
                point.kind().unit().symbol());
    }
}
