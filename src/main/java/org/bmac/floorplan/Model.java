package org.bmac.floorplan;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.zip.CRC32C;
import org.bmac.access.Reach;
import org.bmac.access.Rights;
import org.bmac.building.Building;
import org.bmac.building.Buildings;
import org.bmac.building.FloorId;
import org.bmac.building.PlanImage;
import org.bmac.point.Bytes;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the map draws its values on: floors, zones and points, written once for each change of the building and for each
 * part of it that somebody may see.
 */
@Component
class Model {
    private static final int MOST_KEPT = 32;

    private final Buildings buildings;
    private final JsonMapper json;
    private final Clock clock;
    private @Nullable Building seen;
    private long version;
    private final Map<Reach, Written> written = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Reach, Written> eldest) {
            return size() > MOST_KEPT;
        }
    };

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

    /** As much of the building as lies within reach now, in JSON. */
    synchronized Written written(Reach reach) {
        long current = version();
        Written known = written.get(reach);
        if (known == null || known.version() != current) {
            known = write(reach, current);
            written.put(reach, known);
        }
        return known;
    }

    private Written write(Reach reach, long current) {
        Building part = Rights.seen(reach, Objects.requireNonNull(seen));
        byte[] bytes = json.writeValueAsBytes(ModelJson.of(part, current, this::addressOfPlan));
        String tag = reach.everywhere() ? Long.toString(current) : current + "-" + fingerprint(bytes);
        return new Written(current, tag, Bytes.wrap(bytes));
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
        return fingerprint(
                plan.mediaType().getBytes(StandardCharsets.UTF_8),
                plan.content().toArray());
    }

    private static String fingerprint(byte[]... parts) {
        CRC32C sum = new CRC32C();
        for (byte[] part : parts) {
            sum.update(part);
        }
        return Long.toHexString(sum.getValue());
    }

    /**
     * The building in JSON.
     *
     * @param tag tells it from that of another version, and from what others may see
     */
    record Written(long version, String tag, Bytes json) {}
}
