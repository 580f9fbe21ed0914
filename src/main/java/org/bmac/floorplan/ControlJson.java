package org.bmac.floorplan;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiConsumer;
import org.bmac.command.Answer;
import org.bmac.command.Command;
import org.bmac.command.Deed;
import org.bmac.command.Outcome;
import org.bmac.command.Part;
import org.bmac.command.Priority;
import org.bmac.command.Request;
import org.bmac.command.Slot;
import org.bmac.command.Stack;
import org.bmac.command.Stage;
import org.bmac.command.Wish;
import org.bmac.point.PointId;
import org.bmac.point.Value;
import org.jspecify.annotations.Nullable;

/** The pieces of the stream's messages that are about control, in JSON as {@link Json} writes it. */
final class ControlJson {
    private ControlJson() {}

    /** What is asked of an output and held for it; the way is null when nothing is under way. */
    static String control(PointId point, @Nullable Command way, Stack stack) {
        StringBuilder json = new StringBuilder(160);
        json.append("{\"id\":").append(point.number()).append(",\"way\":");
        way(json, way);
        json.append(",\"stack\":[");
        each(json, List.copyOf(stack.slots().entrySet()), ControlJson::slot);
        Json.number(json.append("],\"otherwise\":"), stack.otherwise());
        return json.append('}').toString();
    }

    /** How a command ended: {@code [number, point, outcome, reported, sentence, at]}. */
    static String end(Command command, Stage.Ended ended) {
        StringBuilder json = new StringBuilder(96);
        Outcome outcome = ended.outcome();
        json.append('[').append(command.id().number()).append(',');
        json.append(command.point().number()).append(',');
        Json.text(json, outcome.code());
        Json.number(json.append(','), reported(outcome));
        Json.text(json.append(','), outcome.sentence());
        return json.append(',').append(ended.at().toEpochMilli()).append(']').toString();
    }

    /** What waits for a second person or was answered; whoever has no part in it is told that it waits, and where. */
    static String request(Request request, Part part) {
        StringBuilder json = new StringBuilder(240);
        boolean told = part == Part.ASKER || part == Part.SECOND;
        json.append("{\"n\":").append(request.number()).append(",\"part\":");
        Json.text(json, part.name().toLowerCase(Locale.ROOT));
        json.append(",\"since\":").append(request.since().toEpochMilli());
        json.append(",\"until\":").append(request.until().toEpochMilli());
        json.append(",\"wishes\":[");
        each(json, request.wishes(), (one, wish) -> wish(one, wish, told));
        if (told) {
            more(json.append(']'), request);
        } else {
            json.append("],\"state\":").append(request.isOpen() ? "\"waiting\"" : "\"over\"");
        }
        return json.append('}').toString();
    }

    /** {@code [point, value, {p, name, lasting, ends}]}; lasting in milliseconds, null for good and where something ends. */
    private static void wish(StringBuilder json, Wish wish, boolean told) {
        json.append('[').append(wish.point().number()).append(',');
        Json.number(json, told ? wish.value() : null);
        if (told) {
            json.append(",{\"p\":").append(wish.priority().number()).append(",\"name\":");
            Json.text(json, wish.priority().label());
            json.append(",\"lasting\":")
                    .append(
                            wish.lasting() == null
                                    ? "null"
                                    : String.valueOf(wish.lasting().toMillis()));
            json.append(",\"ends\":");
            Slot ends = wish.ends();
            if (ends == null) {
                json.append("null");
            } else {
                slot(json, Map.entry(wish.priority(), ends));
            }
            json.append('}');
        }
        json.append(']');
    }

    private static void more(StringBuilder json, Request request) {
        Json.text(json.append(",\"by\":"), request.asker().name());
        Json.text(json.append(",\"why\":"), request.reason());
        Json.text(json.append(",\"kind\":"), request.deed().code());
        Json.text(json.append(",\"scene\":"), request.deed().scene());
        json.append(",\"later\":").append(request.deed() instanceof Deed.Later);
        Answer answer = request.answer();
        Json.text(
                json.append(",\"state\":"),
                answer == null ? "waiting" : answer.verdict().code());
        if (answer != null) {
            Json.text(json.append(",\"second\":"), answer.by());
            Json.text(json.append(",\"words\":"), answer.words());
            json.append(",\"at\":").append(answer.at().toEpochMilli()).append(",\"ends\":[");
            each(json, answer.commands(), ControlJson::done);
            json.append(']');
        }
    }

    /** How far a command has come: as {@link #end}, or {@code [number, point]} while it is under way. */
    private static void done(StringBuilder json, Command command) {
        if (command.stage() instanceof Stage.Ended ended) {
            json.append(end(command, ended));
        } else {
            json.append('[').append(command.id().number()).append(',');
            json.append(command.point().number()).append(']');
        }
    }

    private static void way(StringBuilder json, @Nullable Command way) {
        if (way == null) {
            json.append("null");
            return;
        }
        json.append("{\"n\":").append(way.id().number()).append(",\"by\":");
        Json.text(json, way.by().name());
        Json.number(json.append(",\"wanted\":"), way.wanted());
        json.append(",\"since\":").append(way.at().toEpochMilli());
        json.append(",\"sent\":").append(way.stage() instanceof Stage.Sent).append('}');
    }

    private static void slot(StringBuilder json, Map.Entry<Priority, Slot> entry) {
        Slot slot = entry.getValue();
        json.append("{\"p\":").append(entry.getKey().number()).append(",\"name\":");
        Json.text(json, entry.getKey().label());
        Json.text(json.append(",\"by\":"), slot.actor());
        Json.number(json.append(",\"value\":"), slot.value());
        Json.text(json.append(",\"why\":"), slot.reason());
        json.append(",\"since\":").append(slot.since().toEpochMilli()).append(",\"until\":");
        time(json, slot.until());
        json.append('}');
    }

    private static @Nullable Value reported(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Confirmed(Value value) -> value;
            case Outcome.Mismatched(Value value) -> value;
            case Outcome.Refused _, Outcome.Unanswered _, Outcome.Superseded _ -> null;
        };
    }

    private static void time(StringBuilder json, @Nullable Instant time) {
        if (time == null) {
            json.append("null");
        } else {
            json.append(time.toEpochMilli());
        }
    }

    private static <T> void each(StringBuilder json, List<T> all, BiConsumer<StringBuilder, T> one) {
        for (int i = 0; i < all.size(); i++) {
            one.accept(i == 0 ? json : json.append(','), all.get(i));
        }
    }
}
