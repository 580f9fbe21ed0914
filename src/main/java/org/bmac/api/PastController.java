package org.bmac.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.headers.Header;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.nio.charset.StandardCharsets;
import java.security.Principal;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.bmac.access.Actor;
import org.bmac.access.Rights;
import org.bmac.access.SignedIn;
import org.bmac.building.Point;
import org.bmac.history.History;
import org.bmac.history.Sample;
import org.bmac.point.PointId;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** What points reported, as far as who asks may see them. */
@RestController
@RequestMapping("/api/v1")
@Tag(name = "History", description = "What points reported.")
class PastController {
    private static final MediaType CSV = new MediaType("text", "csv", StandardCharsets.UTF_8);

    private final History history;
    private final Rights rights;
    private final Clock clock;

    PastController(History history, Rights rights, Clock clock) {
        this.history = history;
        this.rights = rights;
        this.clock = clock;
    }

    @GetMapping(
            path = "/points/{id}/readings",
            produces = {MediaType.APPLICATION_JSON_VALUE, "text/csv"})
    @Operation(
            summary = "What a point reported from one moment to another",
            description = "With buckets a summary, made for charts; without them the single readings, page by page: the"
                    + " header Link, and in JSON next, lead to the page after this one, and are absent after the last.")
    @ApiResponse(
            responseCode = "200",
            headers =
                    @Header(
                            name = HttpHeaders.LINK,
                            description = "Where the next page of readings is, as rel=\"next\"; absent after the last.",
                            schema = @Schema(type = "string")),
            content = {
                @Content(
                        mediaType = MediaType.APPLICATION_JSON_VALUE,
                        schema = @Schema(implementation = PastEntry.class)),
                @Content(mediaType = "text/csv", schema = @Schema(type = "string"))
            })
    @ApiResponse(responseCode = "400", description = "A time or a number is not as it should be.")
    @ApiResponse(responseCode = "404", description = "There is no such point.")
    ResponseEntity<Object> readings(
            @Parameter(description = "The point's number.") @PathVariable int id,
            @Parameter(description = Period.FROM) @RequestParam(required = false) @Nullable String from,
            @Parameter(description = Period.TO) @RequestParam(required = false) @Nullable String to,
            @Parameter(description = "Into how many stretches of time it is summed up at most, 1 to 5000.")
                    @RequestParam(required = false)
                    @Nullable
                    Integer buckets,
            @Parameter(description = "How many single readings a page has at most, 1 to 10000.")
                    @RequestParam(defaultValue = "1000")
                    int limit,
            @Parameter(description = "json or csv; else the header Accept decides.")
                    @RequestParam(required = false)
                    @Nullable
                    String format,
            @Parameter(hidden = true) @RequestHeader(name = HttpHeaders.ACCEPT, defaultValue = "*/*") String accept,
            Principal program) {
        Actor by = SignedIn.actor(program).orElseThrow();
        PointId point = visible(by, id);
        boolean csv = isCsv(format, accept);
        Period period = Period.of(from, to, clock);
        PastEntry past = past(by, point, period.from(), period.to(), buckets, limit);
        ResponseEntity.BodyBuilder answer = ResponseEntity.ok();
        if (past.next() != null) {
            answer.header(HttpHeaders.LINK, "<" + nextPage(past.next(), period.to(), limit, csv) + ">; rel=\"next\"");
        }
        return csv
                ? answer.contentType(CSV).body(past.csv())
                : answer.contentType(MediaType.APPLICATION_JSON).body(past);
    }

    /** It says all that was left out, so that it ends where this one does. */
    private static String nextPage(Instant from, Instant to, int limit, boolean csv) {
        return ServletUriComponentsBuilder.fromCurrentRequest()
                .replaceQuery(null)
                .queryParam("from", from)
                .queryParam("to", to)
                .queryParam("limit", limit)
                .queryParam("format", csv ? "csv" : "json")
                .toUriString();
    }

    private PastEntry past(Actor by, PointId point, Instant from, Instant to, @Nullable Integer buckets, int limit) {
        try {
            return buckets == null ? readings(by, point, from, to, limit) : window(by, point, from, to, buckets);
        } catch (IllegalArgumentException e) {
            throw Wrong.because(String.valueOf(e.getMessage()));
        }
    }

    private PastEntry window(Actor by, PointId point, Instant from, Instant to, int buckets) {
        List<BucketEntry> window = history.window(by, point, from, to, buckets).stream()
                .map(BucketEntry::of)
                .toList();
        return new PastEntry(point.number(), from, to, window, null, null);
    }

    private PastEntry readings(Actor by, PointId point, Instant from, Instant to, int limit) {
        List<Sample> page = history.readings(by, point, from, to, limit);
        List<SampleEntry> entries = page.stream().map(SampleEntry::of).toList();
        return new PastEntry(point.number(), from, to, null, entries, next(page, to, limit));
    }

    /** Where the page after this one begins; null when this is the last. */
    private static @Nullable Instant next(List<Sample> page, Instant to, int limit) {
        if (page.size() < limit) {
            return null;
        }
        Instant next = page.getLast().at().plusMillis(1);
        return next.isBefore(to) ? next : null;
    }

    private PointId visible(Actor by, int id) {
        return rights.seen(by).points().stream()
                .map(Point::id)
                .filter(point -> point.number() == id)
                .findFirst()
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND, "There is no point " + id + "."));
    }

    private static boolean isCsv(@Nullable String format, String accept) {
        if (format == null) {
            return accept.startsWith("text/csv");
        }
        return switch (format) {
            case "csv" -> true;
            case "json" -> false;
            default -> throw Wrong.because("format is '" + format + "'; allowed is json or csv.");
        };
    }
}
