package org.bmac.api;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.bmac.building.Building;
import org.bmac.building.Floor;
import org.bmac.building.Node;
import org.bmac.building.Point;
import org.bmac.building.Zone;
import org.bmac.live.Latest;
import org.jspecify.annotations.Nullable;

/** A point as programs see it: what it is, and what it reports. */
@Schema(name = "Point", description = "One quantity of a node, sensed or commanded, with its latest reading.")
record PointEntry(
        @Schema(description = "Lasting number.", example = "7")
        int id,

        @Schema(description = "Its own name, else its quantity's.", example = "Temperature")
        String name,

        @Schema(
                description = "UID of its node; null while only its location is known.",
                example = "a020a6000001",
                types = {"string", "null"})
        @Nullable
        String node,

        @Schema(description = "Its node's name on the wire.", example = "foyer")
        String location,

        @Schema(
                description = "Name of the floor; null while unplaced.",
                example = "Ground floor",
                types = {"string", "null"})
        @Nullable
        String floor,

        @Schema(types = {"integer", "null"}) @Nullable Integer floorId,

        @Schema(
                description = "Name of the zone; null outside of every zone.",
                example = "0.01 Foyer",
                types = {"string", "null"})
        @Nullable
        String zone,

        @Schema(types = {"integer", "null"}) @Nullable Integer zoneId,

        @Schema(description = "The quantity's word.", example = "temperature")
        String quantity,

        @Schema(description = "Tells points of one quantity on one node apart; 0 where there is only one.")
        int channel,

        @Schema(description = "Symbol of the unit; empty where there is none.", example = "°C")
        String unit,

        @Schema(description = "Whether it can be asked to take a value.")
        boolean commandable,

        @Schema(
                description = "In the unit; 1 and 0 for what is on or off, occupied or clear, heating or cooling;"
                        + " null when nothing has come or it cannot be read.",
                example = "21.5",
                types = {"number", "null"})
        @Nullable
        Number value,

        @Schema(
                description = "good, uncertain, stale, offline, bad or never-seen.",
                example = "good",
                allowableValues = {"good", "uncertain", "stale", "offline", "bad", "never-seen"})
        String quality,

        @Schema(
                description = "When the value was measured.",
                types = {"string", "null"},
                format = "date-time")
        @Nullable
        Instant at,

        @Schema(description = "Why the quality is not good, for people; empty when it is.")
        String reason) {

    static PointEntry of(Point point, Building building, Latest latest) {
        Node node = building.node(point.node()).orElseThrow();
        var floor = point.placement() == null ? null : point.placement().floor();
        var zone = point.zone();
        ReadingEntry reading = ReadingEntry.of(latest);
        return new PointEntry(
                point.id().number(),
                point.label(),
                node.uid(),
                node.location(),
                floor == null ? null : building.floor(floor).map(Floor::name).orElse(null),
                floor == null ? null : floor.number(),
                zone == null ? null : building.zone(zone).map(Zone::name).orElse(null),
                zone == null ? null : zone.number(),
                point.kind().code(),
                point.channel(),
                point.kind().unit().symbol(),
                point.commandable(),
                reading.value(),
                reading.quality(),
                reading.at(),
                reading.reason());
    }
}
