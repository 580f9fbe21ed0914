package org.bmac.editor;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bmac.building.Spot;
import org.jspecify.annotations.Nullable;

/**
 * All of the building that can be drawn, as the editor's page has it. What is published is known by its number, what is new
 * by a word that the page made up ("n" and more).
 *
 * @param name of the building
 * @param floors from the ground upwards; those that are put away among them
 * @param nodes where each node hangs that hangs anywhere
 * @param points the points that do not hang where their node does
 */
record Drawing(
        String name, List<Storey> floors, List<Room> zones, Map<String, Place> nodes, Map<String, Place> points) {
    Drawing {
        floors = List.copyOf(floors);
        zones = List.copyOf(zones);
        nodes = Map.copyOf(nodes);
        points = Map.copyOf(points);
    }

    /**
     * A floor.
     *
     * @param plan {@code floor/7/3}: the one that floor 7 has in its version 3; {@code upload/12}: one that was loaded up;
     *     empty: none
     */
    record Storey(
            String id,
            String name,
            String plan,
            double width,
            double height,
            boolean archived,
            @Nullable Double metres,
            @Nullable Double north) {
        boolean isNew() {
            return Drawing.isNew(id);
        }
    }

    /** A zone; its kind is that of {@link org.bmac.building.ZoneKind} in lower case with hyphens. */
    record Room(String id, String floor, String name, String kind, List<String> tags, List<Spot> outline) {
        Room {
            tags = List.copyOf(tags);
            outline = List.copyOf(outline);
        }

        boolean isNew() {
            return Drawing.isNew(id);
        }
    }

    /** Where something hangs. */
    record Place(String floor, double x, double y) {}

    private static boolean isNew(String id) {
        return id.startsWith("n");
    }

    Optional<Storey> floor(String id) {
        return floors.stream().filter(floor -> floor.id().equals(id)).findFirst();
    }

    /** What to call a floor. */
    String nameOfFloor(String id) {
        return floor(id).map(Storey::name).orElse("a floor that is gone");
    }
}
