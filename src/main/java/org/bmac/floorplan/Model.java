package org.bmac.floorplan;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.zip.CRC32C;
import org.bmac.building.Building;
import org.bmac.building.Buildings;
import org.bmac.building.FloorId;
import org.bmac.building.PlanImage;
import org.bmac.point.Bytes;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** What the map draws its values on: floors, zones and points, written once for each change of the building. */
@Component
class Model {
    private final Buildings buildings;
    private final JsonMapper json;
    private final Clock clock;
    private @Nullable Building seen;
    private long version;
    private @Nullable Written written;

    Model(Buildings buildings, JsonMapper json, Clock clock) {
        this.buildings = buildings;
        this.json = json;
        this.clock = clock;
    }

    /** Grows with each change, also over restarts. */
    synchronized long version() {
        Building current = buildings.current();
        if (current != seen) {
            seen = current;
            version = Math.max(version + 1, clock.millis());
        }
        return version;
    }

    /** The building as it is now, in JSON. */
    synchronized Written written() {
        long current = version();
        Building building = seen;
        if (building != null && (written == null || written.version() != current)) {
            ModelJson model = ModelJson.of(building, current, this::addressOfPlan);
            written = new Written(current, Bytes.wrap(json.writeValueAsBytes(model)));
        }
        if (written == null) {
            throw new IllegalStateException("there is no building");
        }
        return written;
    }

    /** Changes with the picture, so that browsers may keep what they get there for ever. */
    private @Nullable String addressOfPlan(FloorId floor) {
        return buildings
                .planOf(floor)
                .map(plan -> "/stream/plan/" + floor + "?v=" + fingerprint(plan))
                .orElse(null);
    }

    /** Tells one picture of a floor from another. */
    static String fingerprint(PlanImage plan) {
        CRC32C sum = new CRC32C();
        sum.update(plan.mediaType().getBytes(StandardCharsets.UTF_8));
        sum.update(plan.content().toArray());
        return Long.toHexString(sum.getValue());
    }

    /** The building in JSON. */
    record Written(long version, Bytes json) {}
}
