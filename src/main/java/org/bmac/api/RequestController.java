package org.bmac.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.function.Supplier;
import org.bmac.access.Actor;
import org.bmac.access.Rights;
import org.bmac.command.Request;
import org.bmac.command.Requests;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** How a second person agrees to what another one wants. */
@RestController
@RequestMapping(path = "/api/v1/requests", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Second person", description = "What waits for a second person, and what the answer was.")
@ApiResponse(
        responseCode = "4XX",
        description = "Why not, as problem details with a code that stays as it is: no-such-request, not-allowed.",
        content =
                @Content(
                        mediaType = MediaType.APPLICATION_PROBLEM_JSON_VALUE,
                        schema = @Schema(implementation = ProblemDetail.class)))
class RequestController {
    private static final String NUMBER = "The request's number.";

    private final Requests requests;
    private final Rights rights;
    private final CommandDesk desk;

    RequestController(Requests requests, Rights rights, CommandDesk desk) {
        this.requests = requests;
        this.rights = rights;
        this.desk = desk;
    }

    @GetMapping
    @Operation(
            summary = "What waits for a second person, oldest first",
            description = "Also what became of your own and of those that you answered, for a quarter of an hour.")
    @ApiResponse(responseCode = "200", useReturnTypeSchema = true)
    List<RequestEntry> all() {
        Actor actor = desk.actor();
        return requests.of(actor).stream().map(request -> entry(request, actor)).toList();
    }

    @PostMapping("/{number}/agreement")
    @Operation(
            summary = "Agrees as the second person",
            description =
                    "Needs a name and a password, not a token. What was asked is carried out at once in the name of"
                            + " who asked; only who asked over this interface does it with the ticket.")
    @ApiResponse(responseCode = "200", useReturnTypeSchema = true)
    RequestEntry agree(@Parameter(description = NUMBER) @PathVariable long number) {
        Actor actor = desk.actor();
        return answered(number, actor, () -> requests.agree(actor, CommandController.origin(), number));
    }

    @PostMapping("/{number}/refusal")
    @Operation(summary = "Declines as the second person", description = "Needs a name and a password, not a token.")
    @ApiResponse(responseCode = "200", useReturnTypeSchema = true)
    RequestEntry decline(@Parameter(description = NUMBER) @PathVariable long number) {
        Actor actor = desk.actor();
        return answered(number, actor, () -> requests.decline(actor, CommandController.origin(), number));
    }

    @DeleteMapping("/{number}")
    @Operation(summary = "Takes back what you have asked")
    @ApiResponse(responseCode = "200", useReturnTypeSchema = true)
    RequestEntry withdraw(@Parameter(description = NUMBER) @PathVariable long number) {
        Actor actor = desk.actor();
        return answered(number, actor, () -> requests.withdraw(actor, CommandController.origin(), number));
    }

    private RequestEntry answered(long number, Actor actor, Supplier<Request> answer) {
        try {
            return entry(answer.get(), actor);
        } catch (AccessDeniedException e) {
            throw new Problem(HttpStatus.FORBIDDEN, "not-allowed", CommandController.sentence(e));
        } catch (IllegalArgumentException e) {
            throw new Problem(
                    HttpStatus.NOT_FOUND, "no-such-request", "There is no request " + number + " that waits.");
        }
    }

    private RequestEntry entry(Request request, Actor actor) {
        return RequestEntry.of(request, request.part(actor, rights));
    }
}
