package org.bmac.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.Principal;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.bmac.access.Actor;
import org.bmac.access.Rights;
import org.bmac.access.SignedIn;
import org.bmac.building.Building;
import org.bmac.exchange.Busy;
import org.bmac.exchange.Detail;
import org.bmac.exchange.Export;
import org.bmac.exchange.Exports;
import org.bmac.exchange.Form;
import org.bmac.exchange.Selection;
import org.bmac.point.PointId;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** The past of many points as one file, as far as who asks may see them. */
@RestController
@RequestMapping("/api/v1")
@Tag(name = "History", description = "What points reported.")
class ExportController {
    private final Exports exports;
    private final Rights rights;
    private final Clock clock;

    ExportController(Exports exports, Rights rights, Clock clock) {
        this.exports = exports;
        this.rights = rights;
        this.clock = clock;
    }

    /** On the thread of the request: what is written is as long as it is, and no time-out ends it. */
    @GetMapping("/readings")
    @Operation(
            summary = "What many points reported, as one file",
            description =
                    "Point by point, each in the order of time; as long as it is. Without point, zone and floor it is"
                            + " about all points that you may see.")
    @ApiResponse(
            responseCode = "200",
            content = {
                @Content(mediaType = "text/csv", schema = @Schema(type = "string")),
                @Content(
                        mediaType = "application/vnd.apache.arrow.file",
                        schema = @Schema(type = "string", format = "binary"))
            })
    @ApiResponse(responseCode = "400", description = "A time, a place or a word is not as it should be.")
    @ApiResponse(responseCode = "404", description = "There is no such point.")
    @ApiResponse(responseCode = "503", description = "Too many exports are under way.")
    void readings(
            @Parameter(description = "Only these points, by number; separated by commas, or said more than once.")
                    @RequestParam(required = false)
                    @Nullable
                    List<Integer> point,
            @Parameter(description = "Only those in this zone: its number or name.")
                    @RequestParam(required = false)
                    @Nullable
                    String zone,
            @Parameter(description = "Only those on this floor: its number or name.")
                    @RequestParam(required = false)
                    @Nullable
                    String floor,
            @Parameter(description = Period.FROM) @RequestParam(required = false) @Nullable String from,
            @Parameter(description = Period.TO) @RequestParam(required = false) @Nullable String to,
            @Parameter(
                            description =
                                    "Summaries in place of single readings: minute, quarter, hour or day for stretches of"
                                            + " that length, or how many stretches at most, 1 to 5000. What nothing is known of is left out.")
                    @RequestParam(required = false)
                    @Nullable
                    String buckets,
            @Parameter(description = "csv or arrow.") @RequestParam(defaultValue = "csv") String format,
            Principal program,
            HttpServletResponse response)
            throws IOException {
        Actor by = SignedIn.actor(program).orElseThrow();
        Selection selection = selection(by, point, zone, floor);
        Form form = Form.of(format)
                .orElseThrow(() -> Wrong.because("format is '" + start(format) + "'; allowed is csv or arrow."));
        Export export = export(by, selection, Period.of(from, to, clock), buckets, form);
        response.setContentType(form.type());
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment()
                        .filename(export.fileName())
                        .build()
                        .toString());
        write(export, response);
    }

    private void write(Export export, HttpServletResponse response) throws IOException {
        try {
            exports.write(export, CommandController.origin(), response.getOutputStream());
        } catch (Busy e) {
            response.reset();
            throw new ResponseStatusException(HttpStatus.SERVICE_UNAVAILABLE, e.getMessage(), e);
        }
    }

    private Export export(Actor by, Selection selection, Period period, @Nullable String buckets, Form form) {
        try {
            Detail detail = buckets == null ? new Detail.Readings() : detail(buckets);
            return exports.of(by, selection, period.from(), period.to(), detail, form);
        } catch (IllegalArgumentException e) {
            throw Wrong.because(String.valueOf(e.getMessage()));
        }
    }

    private Selection selection(
            Actor by, @Nullable List<Integer> numbers, @Nullable String zone, @Nullable String floor) {
        Building building = rights.seen(by);
        PointFilter filter = PointFilter.read(building, floor, zone, null, null);
        Set<PointId> points = numbers == null
                ? Set.of()
                : numbers.stream().map(number -> point(building, number)).collect(Collectors.toSet());
        return new Selection(points, filter.zone(), filter.floor());
    }

    private static PointId point(Building building, int number) {
        if (number < 1
                || number > PointId.MOST
                || building.point(new PointId(number)).isEmpty()) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND, "There is no point " + number + ".");
        }
        return new PointId(number);
    }

    private static Detail detail(String buckets) {
        if (buckets.matches("[0-9]{1,9}")) {
            return new Detail.Into(Integer.parseInt(buckets));
        }
        return Arrays.stream(Detail.Step.values())
                .filter(step -> step.code().equals(buckets))
                .findFirst()
                .map(Detail.Every::new)
                .orElseThrow(() -> new IllegalArgumentException("buckets is '" + start(buckets)
                        + "'; allowed is minute, quarter, hour, day, or a number from 1 to 5000."));
    }

    private static String start(String text) {
        return text.length() <= 100 ? text : text.substring(0, 100) + "…";
    }
}
