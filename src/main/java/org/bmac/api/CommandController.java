package org.bmac.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.util.List;
import org.bmac.access.Actor;
import org.bmac.building.Point;
import org.bmac.command.Asked;
import org.bmac.command.Command;
import org.bmac.command.CommandId;
import org.bmac.command.Commands;
import org.bmac.command.Deed;
import org.bmac.command.Priority;
import org.bmac.command.Requests;
import org.bmac.command.Wish;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** How programs move what can be moved. */
@RestController
@RequestMapping(path = "/api/v1", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Control", description = "What is asked of outputs, how it ended, and what is held.")
@ApiResponse(
        responseCode = "4XX",
        description = "Why not, as problem details with a code that stays as it is: no-such-point, bad-value,"
                + " impossible-value, bad-priority, bad-duration, bad-reason, bad-wait, bad-body, bad-parameter, bad-idempotency-key,"
                + " idempotency-key-reused, not-commandable, not-allowed, not-confirmed, nothing-held,"
                + " no-such-command or refused.",
        content =
                @Content(
                        mediaType = MediaType.APPLICATION_PROBLEM_JSON_VALUE,
                        schema = @Schema(implementation = ProblemDetail.class)))
class CommandController {
    private static final String ACCEPTED = "It is allowed and on its way; the command's address says how it ends.";
    private static final String ENDED = "It has ended, one way or the other: see its outcome.";
    private static final String WAIT = "Seconds to wait for the outcome, at most 30.";
    private static final String KEY =
            "The same again with the same key gives the same command, for a day; 1 to 255 characters.";

    private final Commands commands;
    private final Requests requests;
    private final Repeats repeats;
    private final CommandDesk desk;

    CommandController(Commands commands, Requests requests, Repeats repeats, CommandDesk desk) {
        this.commands = commands;
        this.requests = requests;
        this.repeats = repeats;
        this.desk = desk;
    }

    @PostMapping("/points/{id}/commands")
    @Operation(summary = "Asks an output to take a value")
    @ApiResponse(responseCode = "202", description = ACCEPTED, useReturnTypeSchema = true)
    @ApiResponse(responseCode = "200", description = ENDED, useReturnTypeSchema = true)
    ResponseEntity<CommandEntry> command(
            @Parameter(description = "The point's number.") @PathVariable int id,
            @Parameter(description = WAIT) @RequestParam(required = false) @Nullable Integer wait,
            @Parameter(description = KEY) @RequestHeader(name = "Idempotency-Key", required = false) @Nullable
                    String key,
            @RequestBody WishBody body) {
        Integer seconds = CommandDesk.checkedWait(wait);
        Actor actor = desk.actor();
        Point point = desk.point(id, hidden -> commands.request(actor, origin(), body.of(hidden)));
        Wish wish = body.of(point);
        Asked asked = repeats.once(actor, key, List.of("set", wish), () -> commands.request(actor, origin(), wish));
        CommandDesk.awaitWritten(asked);
        desk.objectTo(wish, asked.command());
        return answer(desk.after(asked, seconds));
    }

    @GetMapping("/commands/{id}")
    @Operation(summary = "One command of the last 30 days")
    @ApiResponse(responseCode = "200", useReturnTypeSchema = true)
    CommandEntry command(@PathVariable long id) {
        return commands.find(new CommandId(id))
                .filter(command -> desk.sees(command.point()))
                .map(CommandEntry::of)
                .orElseThrow(
                        () -> new Problem(HttpStatus.NOT_FOUND, "no-such-command", "There is no command " + id + "."));
    }

    @GetMapping("/overrides")
    @Operation(summary = "All overrides, the oldest first")
    @ApiResponse(responseCode = "200", useReturnTypeSchema = true)
    List<OverrideEntry> overrides() {
        return commands.overrides().stream()
                .filter(held -> desk.sees(held.point()))
                .map(OverrideEntry::of)
                .toList();
    }

    @DeleteMapping("/points/{id}/overrides/{priority}")
    @Operation(
            summary = "Lets go of what is held for an output",
            description = "What comes next is commanded; where nothing does the output stays as it is.")
    @ApiResponse(responseCode = "202", description = ACCEPTED, useReturnTypeSchema = true)
    @ApiResponse(responseCode = "200", description = ENDED, useReturnTypeSchema = true)
    ResponseEntity<CommandEntry> release(
            @Parameter(description = "The point's number.") @PathVariable int id,
            @Parameter(description = "Such as 8 for an operator's.") @PathVariable("priority") int number,
            @Parameter(description = WAIT) @RequestParam(required = false) @Nullable Integer wait,
            @Parameter(description = "Why, for the audit.") @RequestParam(defaultValue = "") String reason,
            @Parameter(description = "The ticket of a confirmation, for outputs that demand a reason or two persons.")
                    @RequestParam(required = false)
                    @Nullable
                    String ticket,
            @Parameter(description = KEY) @RequestHeader(name = "Idempotency-Key", required = false) @Nullable
                    String key) {
        Integer seconds = CommandDesk.checkedWait(wait);
        WishBody.checked(reason);
        Actor actor = desk.actor();
        Point point = desk.point(
                id, hidden -> commands.release(actor, origin(), hidden.id(), WishBody.level(number), reason, ticket));
        Priority priority = WishBody.level(number);
        Asked asked = repeats.once(
                actor,
                key,
                List.of("release", point.id(), priority),
                () -> released(actor, point, priority, reason, ticket));
        CommandDesk.awaitWritten(asked);
        return answer(desk.after(asked, seconds));
    }

    private Asked released(Actor actor, Point point, Priority priority, String reason, @Nullable String ticket) {
        boolean held = commands.stack(point.id()).at(priority).isPresent();
        Asked asked = commands.release(actor, origin(), point.id(), priority, reason, ticket);
        boolean stillHeld = commands.stack(point.id()).at(priority).isPresent();
        boolean unconfirmed = stillHeld && ticket == null && commands.isConfirmed(point.id(), priority);
        desk.objectToRelease(asked.command(), held, stillHeld, unconfirmed);
        return asked;
    }

    @PostMapping("/points/{id}/overrides/{priority}/confirmations")
    @Operation(
            summary = "Begins the confirmation of a release, for outputs that demand a reason or two persons",
            description =
                    "The ticket that it gives goes into the release; it is good for what is held and what comes next now.")
    @ApiResponse(responseCode = "200", useReturnTypeSchema = true)
    TicketEntry confirmRelease(
            @PathVariable int id,
            @PathVariable("priority") int number,
            @RequestParam(defaultValue = "") String reason) {
        WishBody.checked(reason);
        Actor actor = desk.actor();
        Point point = desk.point(
                id, hidden -> commands.release(actor, origin(), hidden.id(), WishBody.level(number), reason));
        Priority priority = WishBody.level(number);
        Wish wish = commands.meaning(point.id(), priority, reason)
                .orElseThrow(() -> new Problem(
                        HttpStatus.NOT_FOUND,
                        "nothing-held",
                        "Nothing is held at the priority of " + priority.label() + "."));
        return ticket(wish, true);
    }

    @PostMapping("/points/{id}/confirmations")
    @Operation(
            summary = "Begins the confirmation of a wish, for outputs that demand one",
            description =
                    "The ticket that it gives goes into the wish. Where two persons are needed it is good as soon as"
                            + " another one has agreed to the request of its number, and for two minutes from then.")
    @ApiResponse(responseCode = "200", useReturnTypeSchema = true)
    TicketEntry confirm(@PathVariable int id, @RequestBody WishBody body) {
        Actor actor = desk.actor();
        return ticket(body.of(desk.point(id, hidden -> commands.request(actor, origin(), body.of(hidden)))), false);
    }

    private TicketEntry ticket(Wish wish, boolean release) {
        try {
            return TicketEntry.of(requests.ask(desk.actor(), origin(), new Deed.Later(List.of(wish), release)));
        } catch (AccessDeniedException e) {
            commands.request(
                    desk.actor(), origin(), wish); // is refused as well, a release as such, and that is written down
            throw new Problem(HttpStatus.FORBIDDEN, "not-allowed", sentence(e));
        } catch (IllegalArgumentException e) {
            throw new Problem(HttpStatus.CONFLICT, "refused", sentence(e));
        }
    }

    static String sentence(RuntimeException e) {
        return e.getMessage() == null ? "" : e.getMessage();
    }

    private static ResponseEntity<CommandEntry> answer(Command command) {
        boolean ended = command.outcome().isPresent();
        return ResponseEntity.status(ended ? HttpStatus.OK : HttpStatus.ACCEPTED)
                .location(URI.create("/api/v1/commands/" + command.id()))
                .body(CommandEntry.of(command));
    }

    static String origin() {
        return "interface for programs";
    }
}
