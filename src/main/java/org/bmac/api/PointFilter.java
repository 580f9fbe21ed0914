package org.bmac.api;

import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bmac.building.Building;
import org.bmac.building.Floor;
import org.bmac.building.FloorId;
import org.bmac.building.Node;
import org.bmac.building.NodeId;
import org.bmac.building.Point;
import org.bmac.building.Zone;
import org.bmac.building.ZoneId;
import org.bmac.point.Kind;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;

/** Which points a program asks for; null asks for all. */
record PointFilter(
        @Nullable FloorId floor,
        @Nullable ZoneId zone,
        @Nullable Kind quantity,
        @Nullable NodeId node) implements Predicate<Point> {

    /**
     * Reads the parameters of a request.
     *
     * @param floor number or name
     * @param zone number or name
     * @param quantity the quantity's word
     * @param node UID or location
     * @throws ResponseStatusException (400) with a sentence for what does not exist
     */
    static PointFilter read(
            Building building,
            @Nullable String floor,
            @Nullable String zone,
            @Nullable String quantity,
            @Nullable String node) {
        return new PointFilter(
                floor == null ? null : floor(building, floor),
                zone == null ? null : zone(building, zone),
                quantity == null ? null : quantity(quantity),
                node == null ? null : node(building, node));
    }

    @Override
    public boolean test(Point point) {
        return (floor == null
                        || (point.placement() != null
                                && point.placement().floor().equals(floor)))
                && (zone == null || zone.equals(point.zone()))
                && (quantity == null || quantity == point.kind())
                && (node == null || node.equals(point.node()));
    }

    private static FloorId floor(Building building, String asked) {
        return found(
                building.floors().stream()
                        .filter(floor -> isCalled(asked, floor.id().number(), floor.name()))
                        .findFirst()
                        .map(Floor::id),
                "There is no floor '" + asked + "'.");
    }

    private static ZoneId zone(Building building, String asked) {
        return found(
                building.zones().stream()
                        .filter(zone -> isCalled(asked, zone.id().number(), zone.name()))
                        .findFirst()
                        .map(Zone::id),
                "There is no zone '" + asked + "'.");
    }

    private static Kind quantity(String asked) {
        return found(
                Kind.of(asked),
                "There is no quantity '" + asked + "'; there are "
                        + Stream.of(Kind.values()).map(Kind::code).collect(Collectors.joining(", ")) + ".");
    }

    private static NodeId node(Building building, String asked) {
        return found(
                building.nodes().stream()
                        .filter(node -> asked.equals(node.uid()) || asked.equals(node.location()))
                        .findFirst()
                        .map(Node::id),
                "There is no node '" + asked + "'.");
    }

    private static boolean isCalled(String asked, int number, String name) {
        return asked.equals(Integer.toString(number)) || asked.equals(name);
    }

    private static <T> T found(Optional<T> found, String sentence) {
        return found.orElseThrow(() -> new ResponseStatusException(HttpStatus.BAD_REQUEST, sentence));
    }
}
