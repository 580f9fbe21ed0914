package org.bmac.audit;

import java.time.Clock;
import java.util.List;
import org.bmac.access.Actor;
import org.bmac.building.Buildings;
import org.bmac.command.Answer;
import org.bmac.command.Request;
import org.bmac.command.RequestKept;
import org.bmac.point.PointId;
import org.bmac.point.Value;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Writes down who asked for a second person and what the answer was, before anything follows from it: a row for each output
 * that it is about, so that each stands where it belongs.
 */
@Component
class RequestWitness {
    private final Audit audit;
    private final Buildings buildings;
    private final Clock clock;

    RequestWitness(Audit audit, Buildings buildings, Clock clock) {
        this.audit = audit;
        this.buildings = buildings;
        this.clock = clock;
    }

    @EventListener
    void on(RequestKept kept) {
        List<Entry> rows = kept.request().wishes().stream()
                .map(wish -> row(kept, wish.point(), wish.value()))
                .toList();
        if (!rows.isEmpty()) {
            audit.add(rows);
        }
    }

    private Entry row(RequestKept kept, PointId point, Value value) {
        Request request = kept.request();
        Actor by = kept.by();
        Answer answer = request.answer();
        String release = request.deed().code().equals("release") ? "release " : "";
        return new Entry(
                clock.instant(),
                What.REQUEST,
                by == null ? "request of " + request.asker().name() : by.name(),
                by == null ? "" : by.role().code(),
                kept.origin(),
                "",
                point.number(),
                buildings.current().wordsOf(point),
                null,
                release + value.inWords(),
                "",
                "",
                null,
                answer == null ? "asked" : answer.verdict().code(),
                reason(request, answer),
                null,
                null);
    }

    private static String reason(Request request, @Nullable Answer answer) {
        String of = "Request " + request.number() + " of " + request.asker().name();
        String why = request.reason().isEmpty() ? "" : " – " + request.reason();
        return of + why + (answer == null || answer.words().isEmpty() ? "" : " – " + answer.words());
    }
}
