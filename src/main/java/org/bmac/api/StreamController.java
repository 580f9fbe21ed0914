package org.bmac.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.function.Predicate;
import org.bmac.access.Actor;
import org.bmac.access.Right;
import org.bmac.access.Rights;
import org.bmac.access.SignedIn;
import org.bmac.building.Buildings;
import org.bmac.live.Live;
import org.bmac.point.PointId;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/** How what exists changes. */
@RestController
@Tag(name = "Building")
class StreamController {
    private final Buildings buildings;
    private final Live live;
    private final SignedIn signedIn;
    private final Rights rights;
    private final Streams streams;
    private final JsonMapper json;

    StreamController(
            Buildings buildings, Live live, SignedIn signedIn, Rights rights, Streams streams, JsonMapper json) {
        this.buildings = buildings;
        this.live = live;
        this.signedIn = signedIn;
        this.rights = rights;
        this.streams = streams;
        this.json = json;
    }

    /** Stays on the thread of the request, which costs next to nothing, until the program goes or must go. */
    @GetMapping(path = "/api/v1/points/stream", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    @Operation(summary = "All points, and then what changes, as server-sent events", description = """
                    First comes an event `snapshot`, whose data is an array of Point as from /api/v1/points; then events \
                    `changes`, whose data is an array of Reading, one for each point that has changed since the last \
                    event, at most one event every 100 ms. When floors, zones, nodes or points were changed, another \
                    `snapshot` comes. Every 15 s without news there is a comment. After a break just connect again: it \
                    begins with a snapshot.""")
    @ApiResponse(
            responseCode = "200",
            description = "The events.",
            content =
                    @Content(
                            mediaType = MediaType.TEXT_EVENT_STREAM_VALUE,
                            array = @ArraySchema(schema = @Schema(oneOf = {PointEntry.class, ReadingEntry.class}))))
    @ApiResponse(responseCode = "503", description = "Too many programs are listening.")
    void stream(
            @Parameter(description = "Number or name of a floor.") @RequestParam(required = false) @Nullable
                    String floor,
            @Parameter(description = "Number or name of a zone.") @RequestParam(required = false) @Nullable String zone,
            @Parameter(description = "Word of a quantity, such as temperature.")
                    @RequestParam(required = false)
                    @Nullable
                    String quantity,
            @Parameter(description = "UID or location of a node.") @RequestParam(required = false) @Nullable
                    String node,
            HttpServletResponse response)
            throws IOException {
        Actor actor = signedIn.actor().orElseThrow();
        PointFilter filter = PointFilter.read(rights.seen(actor), floor, zone, quantity, node);
        Predicate<PointId> mayBeSeen = point -> rights.may(actor, Right.SEE, point);
        try (PointStream stream = new PointStream(buildings, live, filter, mayBeSeen, json);
                Streams.Place _ = streams.take(stream, actor.user())) {
            response.setContentType(MediaType.TEXT_EVENT_STREAM_VALUE);
            response.setCharacterEncoding(StandardCharsets.UTF_8);
            response.setHeader("X-Accel-Buffering", "no");
            stream.run(response.getOutputStream());
        }
    }
}
