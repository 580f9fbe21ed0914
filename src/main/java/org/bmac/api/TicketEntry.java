package org.bmac.api;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.bmac.command.Tickets;

/** A confirmation as programs see it. */
@Schema(name = "Confirmation", description = "What makes a wish good for an output that demands to be asked twice.")
record TicketEntry(
        @Schema(description = "To be given with the wish; good once, for its point and value.")
        String ticket,

        @Schema(description = "Of the request, where a second person has to agree.")
        long number,

        @Schema(
                description = "What the output demands.",
                allowableValues = {"none", "confirm", "reason", "two-persons"})
        String level,

        @Schema(description = "Whether it can be used now; else a second person has to agree first.")
        boolean ready,

        Instant until) {
    static TicketEntry of(Tickets.Issued issued) {
        return new TicketEntry(
                issued.secret(),
                issued.ticket().number(),
                issued.ticket().level().code(),
                issued.ticket().isReady(),
                issued.ticket().until());
    }
}
