package org.bmac.api;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.bmac.building.Building;
import org.bmac.building.Floor;
import org.bmac.building.Zone;

/** A floor as programs see it. */
@Schema(name = "Floor", description = "One level of the building, with the zones on its plan.")
record FloorEntry(
        @Schema(description = "Lasting number.", example = "1")
        int id,

        @Schema(example = "Ground floor") String name,

        @Schema(description = "Order from the ground upwards.", example = "0")
        int ordinal,

        List<ZoneEntry> zones) {

    /** A zone as programs see it. */
    @Schema(name = "Zone", description = "An area of a floor.")
    record ZoneEntry(
            @Schema(description = "Lasting number.", example = "3")
            int id,

            @Schema(example = "0.01 Foyer") String name,

            @Schema(description = "What it is used for.", example = "corridor")
            String kind) {
        static ZoneEntry of(Zone zone) {
            return new ZoneEntry(zone.id().number(), zone.name(), Words.code(zone.kind()));
        }
    }

    static FloorEntry of(Floor floor, Building building) {
        List<ZoneEntry> zones = building.zones().stream()
                .filter(zone -> zone.floor().equals(floor.id()))
                .map(ZoneEntry::of)
                .toList();
        return new FloorEntry(floor.id().number(), floor.name(), floor.ordinal(), zones);
    }
}
