package org.bmac.audit;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bmac.building.Buildings;
import org.bmac.command.Command;
import org.bmac.command.CommandsKept;
import org.bmac.command.Outcome;
import org.bmac.command.Stage;
import org.bmac.node.Transcript;
import org.bmac.point.Value;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Writes a row for each attempt to move an output, and another for its outcome that refers to the first; one for both where
 * it ended at once. On the thread and within the transaction in which they are kept.
 */
@Component
class CommandWitness {
    private final Audit audit;
    private final Buildings buildings;
    private final Map<Long, Long> attempts = new HashMap<>();

    CommandWitness(Audit audit, Buildings buildings) {
        this.audit = audit;
        this.buildings = buildings;
    }

    @EventListener
    synchronized void on(CommandsKept kept) {
        if (kept.commands().isEmpty()) {
            return;
        }
        // The numbers are known only under the lock of the chain, so attempts are added before the outcomes in a batch.
        Map<Long, Long> fresh = new HashMap<>();
        List<Command> begun = kept.commands().stream().filter(this::isAttempt).toList();
        if (!begun.isEmpty()) {
            long number = audit.add(
                    begun.stream().map(command -> entry(command, null)).toList());
            for (Command command : begun) {
                fresh.put(command.id().number(), number++);
            }
        }
        List<Entry> outcomes = new ArrayList<>();
        for (Command command : kept.commands()) {
            if (!isAttempt(command)) {
                outcomes.add(entry(command, first(command, fresh)));
            }
        }
        if (!outcomes.isEmpty()) {
            audit.add(outcomes);
        }
        remember(kept.commands(), fresh);
    }

    private boolean isAttempt(Command command) {
        return !(command.stage() instanceof Stage.Ended);
    }

    private @Nullable Long first(Command command, Map<Long, Long> fresh) {
        long id = command.id().number();
        Long number = fresh.getOrDefault(id, attempts.get(id));
        return number == null ? audit.attempt(id).orElse(null) : number;
    }

    private void remember(List<Command> commands, Map<Long, Long> fresh) {
        attempts.putAll(fresh);
        commands.stream()
                .filter(command -> !isAttempt(command))
                .forEach(command -> attempts.remove(command.id().number()));
    }

    private Entry entry(Command command, @Nullable Long first) {
        Outcome outcome = command.outcome().orElse(null);
        Transcript transcript = command.stage() instanceof Stage.Ended ended ? ended.transcript() : Transcript.NONE;
        return new Entry(
                command.stage() instanceof Stage.Ended ended ? ended.at() : command.at(),
                first == null ? What.COMMAND : What.OUTCOME,
                command.by().names(),
                command.by().role().code(),
                command.by().origin(),
                command.by().right(),
                command.point().number(),
                buildings.current().wordsOf(command.point()),
                command.priority().number(),
                wanted(command),
                Transcript.hex(transcript.sent()),
                Transcript.hex(transcript.received()),
                command.latency().map(Duration::toMillis).orElse(null),
                outcome == null ? "" : outcome.code(),
                reason(command, outcome),
                command.id().number(),
                first);
    }

    private static String wanted(Command command) {
        String value = command.wanted() == null ? "" : command.wanted().inWords();
        return switch (command.purpose()) {
            case SET -> value;
            case RELEASE -> ("release " + value).strip();
            case EXPIRY -> ("expiry " + value).strip();
        };
    }

    private static String reason(Command command, @Nullable Outcome outcome) {
        return switch (outcome) {
            case null -> command.reason();
            case Outcome.Mismatched(Value reported) -> "reports " + reported.inWords();
            case Outcome.Confirmed _, Outcome.Refused _, Outcome.Unanswered _, Outcome.Superseded _ ->
                join(command.reason(), outcome.sentence());
        };
    }

    private static String join(String reason, String sentence) {
        return reason.isEmpty() || sentence.isEmpty() ? reason + sentence : reason + " – " + sentence;
    }
}
