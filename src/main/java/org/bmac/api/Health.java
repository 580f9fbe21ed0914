package org.bmac.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.temporal.ChronoUnit;
import org.bmac.history.Keeping;
import org.jspecify.annotations.Nullable;

/** How the server is. */
@Schema(description = "How the server is. It answers with 200 whenever it serves pages; what is amiss is in here.")
record Health(
        @Schema(
                description = "up, or degraded when a part is down.",
                allowableValues = {"up", "degraded"})
        String status,

        @Schema(description = "The link to the MQTT broker.")
        Part broker,

        @Schema(
                description =
                        "The database, and whether readings are kept; while they are not, they wait and are not lost.")
        Part store,

        @Schema(description = "The InfluxDB that gets every reading as well; absent when none is named.")
        @JsonInclude(JsonInclude.Include.NON_NULL)
        @Nullable
        Part influx,

        @Schema(description = "What the original desktop client asks; absent where it is not served.")
        @JsonInclude(JsonInclude.Include.NON_NULL)
        @Nullable
        Part cnc,

        @Schema(example = "0.1.0") String version,
        @Schema(description = "Seconds since the start.") long uptime) {

    /** One thing that the server needs. */
    @Schema(name = "HealthPart")
    record Part(
            boolean up,

            @Schema(description = "In words.", example = "connected")
            String reason) {}

    /** That readings are not kept says more than whether the database answers. */
    static Part store(Keeping keeping, Part answers) {
        return keeping.up()
                ? answers
                : new Part(
                        false,
                        keeping.reason() + "; " + keeping.waiting() + " readings wait since "
                                + keeping.since().truncatedTo(ChronoUnit.SECONDS));
    }

    static Health of(Part broker, Part store, @Nullable Part influx, @Nullable Part cnc, String version, long uptime) {
        boolean up = broker.up() && store.up() && (influx == null || influx.up());
        return new Health(up ? "up" : "degraded", broker, store, influx, cnc, version, uptime);
    }
}
