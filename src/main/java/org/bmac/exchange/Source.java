package org.bmac.exchange;

import java.util.Optional;
import org.bmac.building.Building;
import org.bmac.building.Node;
import org.bmac.building.Point;
import org.bmac.point.Kind;
import org.bmac.point.PointId;
import org.jspecify.annotations.Nullable;

/**
 * Whose readings lines of a file are, in the words of the file.
 *
 * @param words all that it says, for people
 * @param node location or UID; empty where it is not said
 * @param quantity the word of a kind; empty where it is not said
 * @param channel null where it is not said
 * @param point its number here; null where it is not said
 */
public record Source(
        String words,
        String node,
        String quantity,
        @Nullable Integer channel,
        @Nullable Integer point) {

    /** The point that this can only be; by its node and quantity, or by its number where no node is named. */
    Optional<Point> in(Building building) {
        Optional<Kind> kind = Kind.of(quantity);
        if (!node.isEmpty()) {
            Node named = found(building);
            return named == null || kind.isEmpty() ? Optional.empty() : ofNode(building, named, kind.get());
        }
        return Optional.ofNullable(point)
                .filter(number -> number >= 1 && number <= PointId.MOST)
                .flatMap(number -> building.point(new PointId(number)))
                .filter(found -> quantity.isEmpty()
                        || kind.filter(same -> same == found.kind()).isPresent());
    }

    private @Nullable Node found(Building building) {
        Node byLocation = building.nodeOfLocation(node);
        return byLocation == null ? building.nodeOfUid(node) : byLocation;
    }

    private Optional<Point> ofNode(Building building, Node named, Kind kind) {
        var points = building.pointsOf(named.id()).stream()
                .filter(each -> each.kind() == kind && (channel == null || each.channel() == channel))
                .toList();
        return points.size() == 1 ? Optional.of(points.getFirst()) : Optional.empty();
    }
}
