package org.bmac.floorplan.ui;

import java.time.Duration;
import java.util.List;
import org.bmac.command.Asked;
import org.bmac.command.Command;
import org.bmac.command.Confirmation;
import org.bmac.command.Outcome;
import org.bmac.command.Request;
import org.bmac.command.Stage;
import org.bmac.command.Ticket;
import org.bmac.command.Tickets;
import org.bmac.node.Transcript;
import org.bmac.point.Value;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What is said to the questions of a page; {@code asking.ts} reads it. */
final class Replies {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private Replies() {}

    /** One command for each wish. */
    static ObjectNode all(List<Asked> asked) {
        ObjectNode reply = JSON.objectNode();
        ArrayNode all = reply.putArray("all");
        asked.forEach(one -> all.add(command(one.command())));
        return reply;
    }

    static ObjectNode confirm(Confirmation level) {
        return JSON.objectNode().put("confirm", level.code());
    }

    static ObjectNode ticket(Tickets.Issued issued) {
        return JSON.objectNode().put("secret", issued.secret());
    }

    /** It waits for a second person. */
    static ObjectNode asked(Ticket ticket) {
        return JSON.objectNode().put("request", ticket.number());
    }

    /** A request was answered; how it goes on the stream says. */
    static ObjectNode done(Request request) {
        return JSON.objectNode().put("outcome", "confirmed").put("request", request.number());
    }

    static ObjectNode refused(String sentence) {
        return JSON.objectNode().put("outcome", "refused").put("words", sentence);
    }

    /** What is known of a command, as pairs of a name and a value. */
    static ObjectNode details(Command command) {
        ObjectNode reply = JSON.objectNode();
        ArrayNode details = reply.putArray("details");
        pair(details, "Command", command.id().toString());
        pair(details, "By", command.by().name());
        if (command.stage() instanceof Stage.Ended(Outcome _, var _, Transcript transcript)) {
            pair(details, "Sent", hex(transcript.sent()));
            pair(details, "Received", hex(transcript.received()));
        }
        command.latency().map(Duration::toMillis).ifPresent(millis -> pair(details, "Took", millis + " ms"));
        return reply;
    }

    private static String hex(List<org.bmac.point.Bytes> payloads) {
        return payloads.isEmpty() ? "nothing" : Transcript.hex(payloads);
    }

    private static void pair(ArrayNode details, String name, String value) {
        details.addArray().add(name).add(value);
    }

    private static ObjectNode command(Command command) {
        ObjectNode reply = JSON.objectNode();
        reply.put("id", command.point().number()).put("command", command.id().number());
        command.outcome().ifPresent(outcome -> end(reply, outcome));
        return reply;
    }

    private static void end(ObjectNode reply, Outcome outcome) {
        reply.put("outcome", outcome.code()).put("words", outcome.sentence());
        switch (outcome) {
            case Outcome.Confirmed(Value value) when value != null -> reply.put("reported", value.asNumber());
            case Outcome.Mismatched(Value value) -> reply.put("reported", value.asNumber());
            case Outcome.Confirmed _, Outcome.Refused _, Outcome.Unanswered _, Outcome.Superseded _ -> {}
        }
    }
}
