package org.bmac.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.security.Principal;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Semaphore;
import java.util.stream.Collectors;
import org.bmac.access.Actor;
import org.bmac.access.Rights;
import org.bmac.access.SignedIn;
import org.bmac.building.FloorId;
import org.bmac.transfer.DryRun;
import org.bmac.transfer.Transfers;
import org.bmac.transfer.Unreadable;
import org.bmac.transfer.Vocabulary;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The whole building as a file, out and in. */
@RestController
@RequestMapping(path = "/api/v1/building/file", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Building file", description = "The whole building as a file, out and in.")
@ApiResponse(
        responseCode = "4XX",
        description = "Why not, as problem details with a code that stays as it is: not-allowed, bad-parameter,"
                + " no-such-conflict, damaged-file, too-large-file, newer-file or refused.",
        content =
                @Content(
                        mediaType = MediaType.APPLICATION_PROBLEM_JSON_VALUE,
                        schema = @Schema(implementation = ProblemDetail.class)))
class BuildingFileController {
    private static final String ALL = "all";
    private static final int AT_ONCE = 2;
    private static final int CHUNK = 1 << 16;

    private final Transfers transfers;
    private final Rights rights;
    private final Semaphore room = new Semaphore(AT_ONCE);

    BuildingFileController(Transfers transfers, Rights rights) {
        this.transfers = transfers;
        this.rights = rights;
    }

    @GetMapping
    @Operation(
            summary = "The building as a file",
            description = "Floors with their plans and zones, nodes and points. Needs the right to configure the whole"
                    + " building.")
    @ApiResponse(
            responseCode = "200",
            description = "A building file.",
            content = @Content(schema = @Schema(type = "object")))
    ResponseEntity<byte[]> take(
            @Parameter(description = "Only this floor and what hangs there: its number or name.")
                    @RequestParam(required = false)
                    @Nullable
                    String floor,
            @Parameter(description = "Words of elsewhere beside ours: brick or haystack.")
                    @RequestParam(required = false)
                    @Nullable
                    String words,
            Principal program) {
        Actor by = allowed(program);
        Vocabulary vocabulary = words == null ? null : vocabulary(words);
        FloorId only =
                PointFilter.read(rights.seen(by), floor, null, null, null).floor();
        byte[] file = transfers.export(by, CommandController.origin(), only, vocabulary);
        ContentDisposition name = ContentDisposition.attachment()
                .filename(only == null ? "building.json" : "floor-" + only + ".json")
                .build();
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .header(HttpHeaders.CONTENT_DISPOSITION, name.toString())
                .body(file);
    }

    @PostMapping(
            consumes = {
                MediaType.APPLICATION_JSON_VALUE,
                MediaType.APPLICATION_OCTET_STREAM_VALUE,
                "application/vnd.sqlite3"
            })
    @Operation(
            summary = "Brings a building file, or says what it would change",
            description =
                    "The body is a building file, that of one floor, or an old nodes.db. What is here and not in"
                            + " the file stays. All of it is written, or nothing. Needs the right to configure the whole building.",
            parameters =
                    @Parameter(
                            in = ParameterIn.QUERY,
                            name = "take",
                            description = "The key of a conflict in which the file prevails; more than once for more of"
                                    + " them, or all for every one. The others stay as they are here.",
                            array = @ArraySchema(schema = @Schema(type = "string"))),
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            required = true,
                            description = "Up to 64 MB.",
                            content = {
                                @Content(
                                        mediaType = MediaType.APPLICATION_JSON_VALUE,
                                        schema = @Schema(type = "object")),
                                @Content(
                                        mediaType = MediaType.APPLICATION_OCTET_STREAM_VALUE,
                                        schema = @Schema(type = "string", format = "binary"))
                            }))
    @ApiResponse(responseCode = "200", useReturnTypeSchema = true)
    @ApiResponse(responseCode = "503", description = "Other files are being worked through; try again later.")
    DryRunEntry bring(
            @Parameter(description = "With false it is carried out.") @RequestParam(defaultValue = "true")
                    boolean dryRun,
            @Parameter(description = "What the file is called, for the audit.") @RequestParam(defaultValue = "file")
                    String name,
            HttpServletRequest request,
            Principal program)
            throws IOException {
        Actor by = allowed(program);
        if (!room.tryAcquire()) {
            throw new Problem(
                    HttpStatus.SERVICE_UNAVAILABLE,
                    "busy",
                    "Other building files are being worked through. Try again in a minute.");
        }
        try {
            return brought(by, dryRun, name, taken(request), body(request));
        } catch (Unreadable e) {
            throw problem(e);
        } catch (IllegalArgumentException e) {
            throw new Problem(HttpStatus.CONFLICT, "refused", CommandController.sentence(e));
        } finally {
            room.release();
        }
    }

    private DryRunEntry brought(Actor by, boolean dryRun, String name, Set<String> asked, byte[] file) {
        DryRun run = dryRun || !asked.isEmpty() ? transfers.examine(by, file) : null;
        Set<String> decided = run == null ? Set.of() : decided(run, asked);
        DryRun done =
                dryRun && run != null ? run : transfers.bring(by, CommandController.origin(), file, name, decided);
        return DryRunEntry.of(done, dryRun, decided);
    }

    private static Set<String> taken(HttpServletRequest request) {
        String[] values = request.getParameterValues("take");
        return values == null ? Set.of() : Arrays.stream(values).collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> decided(DryRun run, Set<String> asked) {
        Set<String> known = run.items().stream()
                .filter(item -> item.sort() == DryRun.Sort.CONFLICT)
                .map(DryRun.Item::key)
                .collect(Collectors.toSet());
        if (asked.contains(ALL)) {
            return known;
        }
        asked.stream().filter(key -> !known.contains(key)).findFirst().ifPresent(key -> {
            throw new Problem(
                    HttpStatus.BAD_REQUEST,
                    "no-such-conflict",
                    "There is no conflict '" + start(key) + "'; a dry run tells their keys. Nothing was changed.");
        });
        return asked;
    }

    private Actor allowed(Principal program) {
        Actor by = SignedIn.actor(program).orElseThrow();
        if (!transfers.may(by)) {
            throw new Problem(
                    HttpStatus.FORBIDDEN,
                    "not-allowed",
                    "Only who may configure the whole building takes it away as a file or brings one.");
        }
        return by;
    }

    private static Vocabulary vocabulary(String words) {
        return Arrays.stream(Vocabulary.values())
                .filter(each -> each.name().toLowerCase(Locale.ROOT).equals(words))
                .findFirst()
                .orElseThrow(() -> new Problem(
                        HttpStatus.BAD_REQUEST,
                        "bad-parameter",
                        "words is '" + start(words) + "'; allowed is brick or haystack."));
    }

    private static byte[] body(HttpServletRequest request) throws IOException {
        InputStream from = request.getInputStream();
        boolean saidTooLarge = request.getContentLengthLong() > Transfers.MOST_BYTES;
        byte[] body = saidTooLarge ? new byte[0] : from.readNBytes(Transfers.MOST_BYTES + 1);
        if (saidTooLarge || body.length > Transfers.MOST_BYTES) {
            letGo(from);
            throw tooLarge();
        }
        return body;
    }

    /** A client that is still sending when the connection ends would not read the answer. */
    private static void letGo(InputStream from) throws IOException {
        byte[] chunk = new byte[CHUNK];
        long left = 4L * Transfers.MOST_BYTES;
        int read = 0;
        while (left > 0 && read >= 0) {
            read = from.read(chunk);
            left -= read;
        }
    }

    private static Problem tooLarge() {
        return new Problem(
                HttpStatus.CONTENT_TOO_LARGE,
                "too-large-file",
                "A building file has up to " + (Transfers.MOST_BYTES >> 20) + " MB. Bring the floors one by one.");
    }

    private static Problem problem(Unreadable e) {
        String sentence = Objects.requireNonNullElse(e.getMessage(), "") + " Nothing was changed.";
        return switch (e.why()) {
            case DAMAGED -> new Problem(HttpStatus.BAD_REQUEST, "damaged-file", sentence);
            case TOO_LARGE -> tooLarge();
            case NEWER -> new Problem(HttpStatus.UNPROCESSABLE_CONTENT, "newer-file", sentence);
        };
    }

    private static String start(String text) {
        return text.length() <= 100 ? text : text.substring(0, 100) + "…";
    }
}
