package org.bmac.api;

import io.swagger.v3.oas.annotations.media.Schema;

/** How the server is. */
@Schema(description = "How the server is. It answers with 200 whenever it serves pages; what is amiss is in here.")
record Health(
        @Schema(
                description = "up, or degraded when a part is down.",
                allowableValues = {"up", "degraded"})
        String status,

        @Schema(description = "The link to the MQTT broker.")
        Part broker,

        @Schema(description = "The database.") Part store,
        @Schema(example = "0.1.0") String version,
        @Schema(description = "Seconds since the start.") long uptime) {

    /** One thing that the server needs. */
    @Schema(name = "HealthPart")
    record Part(
            boolean up,

            @Schema(description = "In words.", example = "connected")
            String reason) {}

    static Health of(Part broker, Part store, String version, long uptime) {
        return new Health(broker.up() && store.up() ? "up" : "degraded", broker, store, version, uptime);
    }
}
