package org.bmac.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.security.Principal;
import java.util.List;
import org.bmac.access.Rights;
import org.bmac.access.SignedIn;
import org.bmac.building.Building;
import org.bmac.live.Live;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** What exists, and what it reports now, as far as who asks may see it. */
@RestController
@RequestMapping(path = "/api/v1", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Building", description = "What exists, and what it reports now.")
class BuildingController {
    private final Live live;
    private final Rights rights;

    BuildingController(Live live, Rights rights) {
        this.live = live;
        this.rights = rights;
    }

    @GetMapping("/floors")
    @Operation(summary = "All floors with their zones, from the ground upwards")
    List<FloorEntry> floors(Principal program) {
        Building building = seen(program);
        return building.floors().stream()
                .map(floor -> FloorEntry.of(floor, building))
                .toList();
    }

    @GetMapping("/nodes")
    @Operation(summary = "All nodes, placed or not")
    List<NodeEntry> nodes(Principal program) {
        Building building = seen(program);
        return building.nodes().stream()
                .map(node -> NodeEntry.of(node, building))
                .toList();
    }

    @GetMapping("/points")
    @Operation(
            summary = "All points with their latest readings, by number",
            description = "Filters narrow it down together.")
    @ApiResponse(responseCode = "200", useReturnTypeSchema = true)
    @ApiResponse(responseCode = "400", description = "A filter names what does not exist.")
    List<PointEntry> points(
            @Parameter(description = "Number or name of a floor.") @RequestParam(required = false) @Nullable
                    String floor,
            @Parameter(description = "Number or name of a zone.") @RequestParam(required = false) @Nullable String zone,
            @Parameter(description = "Word of a quantity, such as temperature.")
                    @RequestParam(required = false)
                    @Nullable
                    String quantity,
            @Parameter(description = "UID or location of a node.") @RequestParam(required = false) @Nullable
                    String node,
            Principal program) {
        Building building = seen(program);
        PointFilter filter = PointFilter.read(building, floor, zone, quantity, node);
        return building.points().stream()
                .filter(filter)
                .map(point -> PointEntry.of(point, building, live.latest(point.id())))
                .toList();
    }

    @GetMapping("/points/{id}")
    @Operation(summary = "One point with its latest reading")
    @ApiResponse(responseCode = "200", useReturnTypeSchema = true)
    @ApiResponse(responseCode = "404", description = "There is no such point.")
    PointEntry point(@Parameter(description = "The point's number.") @PathVariable int id, Principal program) {
        Building building = seen(program);
        return building.points().stream()
                .filter(point -> point.id().number() == id)
                .findFirst()
                .map(point -> PointEntry.of(point, building, live.latest(point.id())))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND, "There is no point " + id + "."));
    }

    private Building seen(Principal program) {
        return rights.seen(SignedIn.actor(program).orElseThrow());
    }
}
