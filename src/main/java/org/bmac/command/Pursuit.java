package org.bmac.command;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import org.bmac.building.Point;
import org.bmac.command.CommandRows.Change;
import org.bmac.command.CommandRows.Debt;
import org.bmac.command.CommandRows.SlotChange;
import org.bmac.node.Delivered;
import org.bmac.node.Deliveries;
import org.bmac.node.Delivery;
import org.bmac.node.Transcript;
import org.bmac.node.Verdict;
import org.bmac.point.PointId;
import org.bmac.point.Value;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * Follows commands from the moment in which they are granted to their outcome: written down, brought to the node, ended,
 * told. What comes from nodes is dealt with on the thread of the {@link Ledger}, never on theirs.
 */
@Component
class Pursuit {
    private final Outputs outputs;
    private final Ledger ledger;
    private final Deliveries deliveries;
    private final CommandSettings settings;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    private final Set<PointId> owed = ConcurrentHashMap.newKeySet();

    Pursuit(
            Outputs outputs,
            Ledger ledger,
            Deliveries deliveries,
            CommandSettings settings,
            ApplicationEventPublisher events,
            Clock clock) {
        this.outputs = outputs;
        this.ledger = ledger;
        this.deliveries = deliveries;
        this.settings = settings;
        this.events = events;
        this.clock = clock;
    }

    /** The value that rules these outputs has not reached them. */
    Set<PointId> owed() {
        return Set.copyOf(owed);
    }

    /** As an earlier run of the program has left it. */
    void recall(List<PointId> points) {
        owed.addAll(points);
    }

    /** It has to be brought there when it can be; what is given back is written with what caused it. */
    Debt owe(PointId point) {
        owed.add(point);
        return new Debt(point, true);
    }

    /** There is nothing to be brought there any more. */
    void settle(PointId point) {
        if (owed.remove(point)) {
            ledger.note(new Debt(point, false));
        }
    }

    /** A command that ends as soon as it was asked for. */
    Asked ended(Command command, Outcome outcome, List<Change> changes) {
        Command over = command.in(new Stage.Ended(outcome, command.at(), Transcript.NONE));
        CompletableFuture<Command> end = new CompletableFuture<>();
        outputs.remember(over);
        CompletableFuture<Void> written = new CompletableFuture<>();
        Runnable tell = () -> {
            written.complete(null);
            tell(over, end, !changes.isEmpty());
        };
        ledger.begin(over, changes, tell, tell);
        return new Asked(over, written, end);
    }

    /** One that an earlier run of the program has left without an outcome. What was to rule again is brought once more. */
    void close(Command command, Instant now) {
        Outcome outcome = new Outcome.Unanswered("The program ended before the node had answered.");
        List<Change> debts = command.purpose() == Purpose.SET ? List.of() : List.of(owe(command.point()));
        ledger.end(command.in(new Stage.Ended(outcome, now, Transcript.NONE)), debts, () -> {});
    }

    /** A granted wish: {@code slot} is held from now on in the place of {@code before}. */
    Asked begin(Command command, Point point, Value value, @Nullable Slot slot, @Nullable Slot before) {
        UnderWay next = new UnderWay(command, point, slot, before);
        List<Change> changes = slot == null ? List.of() : List.of(new SlotChange(point.id(), command.priority(), slot));
        return begin(next, value, changes);
    }

    /** What comes next after a value has gone. */
    Asked begin(Command command, Point point, Value value, SlotChange change) {
        return begin(new UnderWay(command, point, null, null), value, List.of(change));
    }

    private Asked begin(UnderWay next, Value value, List<Change> besides) {
        PointId point = next.point().id();
        UnderWay before = outputs.underWay(point);
        List<Change> changes = new ArrayList<>(besides);
        if (owed.remove(point)) {
            changes.add(new Debt(point, false));
            next.disturb();
        }
        outputs.begun(next);
        if (before != null) {
            next.disturb();
            end(before, new Outcome.Superseded(words(next.command())), before.withdraw());
        }
        Command asked = next.command();
        CompletableFuture<Void> written = new CompletableFuture<>();
        ledger.begin(
                asked,
                changes,
                () -> {
                    written.complete(null);
                    dispatch(next, value, !besides.isEmpty());
                },
                () -> {
                    written.complete(null);
                    abandon(next);
                });
        return new Asked(asked, written, next.end());
    }

    /** What is under way to it is wanted no more. Under the lock of the outputs. */
    void drop(PointId point, String words) {
        UnderWay each = outputs.underWay(point);
        if (each != null) {
            end(each, new Outcome.Superseded(words), each.withdraw());
        }
    }

    private static String words(Command newer) {
        Value wanted = newer.wanted();
        return newer.by().name() + " wants " + (wanted == null ? "something else" : wanted.inWords()) + " now.";
    }

    /** Of what is over already its end is told, once that is written too. */
    private void dispatch(UnderWay next, Value value, boolean held) {
        Command command;
        boolean over;
        synchronized (outputs) {
            command = next.command();
            over = next.isOver();
            if (!over) {
                deliver(next, value);
            }
        }
        if (!over) {
            events.publishEvent(new CommandChanged(command));
        }
        if (held) {
            tellStack(next.point().id());
        }
    }

    /** Under the lock of the outputs. Between being granted and being sent a point can have become another. */
    private void deliver(UnderWay next, Value value) {
        Duration patience = settings.patience(next.point().kind());
        if (!next.command().at().plus(patience).isAfter(now())) {
            end(next, new Outcome.Refused("It took too long to write it down, so it was not sent."), Transcript.NONE);
            return;
        }
        try {
            Delivery delivery = deliveries.deliver(next.point(), value, patience, () -> ledger.then(() -> sent(next)));
            next.delivered(delivery);
            var _ = delivery.done().thenAccept(done -> ledger.then(() -> delivered(next, done)));
        } catch (RuntimeException e) {
            end(next, new Outcome.Refused("It could not be sent: " + e.getMessage()), Transcript.NONE);
        }
    }

    private void sent(UnderWay each) {
        Command command;
        synchronized (outputs) {
            if (each.isOver()) {
                return;
            }
            each.move(new Stage.Sent(now()));
            command = each.command();
            outputs.remember(command);
        }
        events.publishEvent(new CommandChanged(command));
    }

    private void delivered(UnderWay each, Delivered done) {
        synchronized (outputs) {
            Outcome outcome =
                    switch (done.verdict()) {
                        case Verdict.Confirmed(Value reported) -> new Outcome.Confirmed(reported);
                        case Verdict.Refused(String reason) -> new Outcome.Refused(reason);
                        case Verdict.Mismatched(Value reported) -> new Outcome.Mismatched(reported);
                        case Verdict.Unanswered(String reason) -> new Outcome.Unanswered(reason);
                    };
            end(each, outcome, done.transcript());
        }
    }

    /** Under the lock of the outputs. What was refused is not held either. */
    private void end(UnderWay each, Outcome outcome, Transcript transcript) {
        if (each.isOver()) {
            return;
        }
        each.move(new Stage.Ended(outcome, now(), transcript));
        outputs.ended(each);
        List<Change> changes = outcome instanceof Outcome.Refused ? undo(each) : List.of();
        Command over = each.command();
        ledger.end(over, changes, () -> tell(over, each.end(), !changes.isEmpty()));
    }

    private List<Change> undo(UnderWay each) {
        PointId point = each.point().id();
        Priority priority = each.command().priority();
        Stack stack = outputs.stack(point);
        if (each.slot() == null
                || stack.at(priority).filter(each.slot()::equals).isEmpty()) {
            return List.of();
        }
        outputs.hold(point, stack.with(priority, each.before()));
        SlotChange back = new SlotChange(point, priority, each.before());
        return each.hasDisturbed() ? List.of(back, owe(point)) : List.of(back);
    }

    /** It could not be written down, so it is not sent. */
    private void abandon(UnderWay each) {
        Command over;
        synchronized (outputs) {
            if (each.isOver()) {
                return;
            }
            each.move(new Stage.Ended(
                    new Outcome.Refused("It could not be written down, so it was not sent."), now(), Transcript.NONE));
            outputs.ended(each);
            undo(each);
            over = each.command();
        }
        tell(over, each.end(), true);
    }

    private void tell(Command over, CompletableFuture<Command> end, boolean held) {
        end.complete(over);
        events.publishEvent(new CommandChanged(over));
        if (held) {
            tellStack(over.point());
        }
    }

    private void tellStack(PointId point) {
        events.publishEvent(new StackChanged(point, outputs.stack(point)));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
