package org.bmac.editor;

import java.util.List;
import org.bmac.building.Building;
import org.bmac.building.Node;
import org.bmac.building.Point;
import org.jspecify.annotations.Nullable;

/** What there is to place. */
final class Catalogue {
    private Catalogue() {}

    /**
     * A node.
     *
     * @param name what it calls itself
     * @param uid null when it is not known
     */
    record Thing(String id, String name, @Nullable String uid, List<Part> points) {}

    /** A point of a node. */
    record Part(String id, String kind, String label) {}

    static List<Thing> of(Building building) {
        return building.nodes().stream().map(node -> thing(building, node)).toList();
    }

    private static Thing thing(Building building, Node node) {
        List<Part> points =
                building.pointsOf(node.id()).stream().map(Catalogue::part).toList();
        return new Thing(node.id().toString(), node.location(), node.uid(), points);
    }

    private static Part part(Point point) {
        return new Part(point.id().toString(), point.kind().code(), point.label());
    }
}
