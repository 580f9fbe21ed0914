package org.bmac.api;

import io.swagger.v3.oas.annotations.media.Schema;
import org.bmac.building.Building;
import org.bmac.building.Floor;
import org.bmac.building.Node;
import org.jspecify.annotations.Nullable;

/** A node as programs see it. */
@Schema(name = "Node", description = "A thing on the broker, with the points that it senses or moves.")
record NodeEntry(
        @Schema(description = "Lasting number.", example = "5")
        int id,

        @Schema(
                description = "12 hex digits of its network address; null while only its location is known.",
                example = "a020a6000001",
                types = {"string", "null"})
        @Nullable
        String uid,

        @Schema(description = "Its name on the wire.", example = "foyer")
        String location,

        @Schema(description = "The language that it speaks.", example = "firmware")
        String dialect,

        @Schema(description = "The module mask of the firmware; 0 for BMaC 5.", example = "1")
        int modules,

        @Schema(
                description = "Name of the floor; null while unplaced.",
                types = {"string", "null"})
        @Nullable
        String floor,

        @Schema(types = {"integer", "null"}) @Nullable Integer floorId,

        @Schema(
                description = "0 (left) to 1 (right) on the plan; null while unplaced.",
                types = {"number", "null"})
        @Nullable
        Double x,

        @Schema(
                description = "0 (top) to 1 (bottom) on the plan; null while unplaced.",
                types = {"number", "null"})
        @Nullable
        Double y,

        @Schema(description = "How many points it has.", example = "3")
        int points) {

    static NodeEntry of(Node node, Building building) {
        var placement = node.placement();
        return new NodeEntry(
                node.id().number(),
                node.uid(),
                node.location(),
                Words.code(node.dialect()),
                node.modules(),
                placement == null
                        ? null
                        : building.floor(placement.floor()).map(Floor::name).orElse(null),
                placement == null ? null : placement.floor().number(),
                placement == null ? null : placement.spot().x(),
                placement == null ? null : placement.spot().y(),
                building.pointsOf(node.id()).size());
    }
}
