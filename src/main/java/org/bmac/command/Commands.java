package org.bmac.command;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bmac.access.Actor;
import org.bmac.access.Right;
import org.bmac.access.Rights;
import org.bmac.access.Role;
import org.bmac.building.Buildings;
import org.bmac.building.Point;
import org.bmac.command.CommandRows.SlotChange;
import org.bmac.point.PointId;
import org.bmac.point.Value;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.ContextRefreshedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Whoever wants an output to move asks here. Every method may be called on any thread and returns at once; what follows is
 * told by {@link Asked#end()}, {@link CommandChanged} and {@link StackChanged}. Every attempt is written down, also those
 * that are refused, and has exactly one outcome.
 */
@Component
public class Commands {
    /** The longest reason in characters; of a longer one the rest is not kept. */
    public static final int LONGEST_REASON = 500;

    private static final Logger log = LoggerFactory.getLogger(Commands.class);
    private static final int LONGEST_ORIGIN = 300;

    private final Buildings buildings;
    private final Rights rights;
    private final Checks checks;
    private final Tickets tickets;
    private final Rules rules;
    private final Outputs outputs;
    private final Pursuit pursuit;
    private final CommandRows rows;
    private final Clock clock;
    private volatile List<Command> left;

    Commands(
            Buildings buildings,
            Rights rights,
            Checks checks,
            Tickets tickets,
            Rules rules,
            Outputs outputs,
            Pursuit pursuit,
            CommandRows rows,
            Clock clock) {
        this.buildings = buildings;
        this.rights = rights;
        this.checks = checks;
        this.tickets = tickets;
        this.rules = rules;
        this.outputs = outputs;
        this.pursuit = pursuit;
        this.rows = rows;
        this.clock = clock;
        outputs.recall(rows.highest(), rows.held(buildings.current()));
        pursuit.recall(rows.owed());
        left = rows.open(buildings.current());
    }

    /** What was without an outcome when the program ended will not get another one. Not before everybody listens. */
    @EventListener
    void on(ContextRefreshedEvent ready) {
        closeWhatWasLeft();
    }

    void closeWhatWasLeft() {
        Instant now = now();
        left.forEach(command -> pursuit.close(command, now));
        left = List.of();
    }

    /**
     * Asks for a value. It is held at the wish's priority from now on unless it is refused; where something stronger is held
     * it moves nothing and ends as superseded. A wish that {@linkplain Wish#ends ends} something lets go of that and nothing
     * else.
     *
     * @param origin the display, browser or program, for people
     * @throws IllegalArgumentException when there is no such point
     */
    public Asked request(Actor actor, String origin, Wish wish) {
        return wish.ends() == null
                ? set(actor, origin, wish)
                : release(actor, origin, wish.point(), wish.priority(), wish.reason(), wish.ticket(), wish.ends());
    }

    private Asked set(Actor actor, String origin, Wish wish) {
        synchronized (outputs) {
            Instant now = now();
            Point point = point(wish.point());
            Command command = new Command(
                    outputs.next(),
                    Purpose.SET,
                    by(actor, origin, wish.point()),
                    wish.point(),
                    wish.value(),
                    wish.priority(),
                    wish.lasting(),
                    Words.start(wish.reason(), LONGEST_REASON),
                    now,
                    new Stage.Requested());
            Optional<String> refusal = checks.refusal(actor, wish, point);
            if (refusal.isEmpty() && rules(wish)) {
                refusal = checks.obstacle(point, wish.value(), wish.priority(), now);
            }
            if (refusal.isPresent()) {
                return pursuit.ended(command, new Outcome.Refused(refusal.get()), List.of());
            }
            return hold(command.by(command.by().together(tickets.use(wish))), point, wish);
        }
    }

    /** Asks for several values, one command each. What fails of them ends as refused, so that it is known what became of each. */
    public List<Asked> requestAll(Actor actor, String origin, List<Wish> wishes) {
        return wishes.stream().map(wish -> requestOne(actor, origin, wish)).toList();
    }

    private Asked requestOne(Actor actor, String origin, Wish wish) {
        try {
            return request(actor, origin, wish);
        } catch (IllegalArgumentException refusal) {
            return refused(actor, origin, wish, String.valueOf(refusal.getMessage()));
        } catch (RuntimeException | Error failure) {
            log.error("a command for point {} could not be asked", wish.point(), failure);
            return refused(actor, origin, wish, "The program failed while it asked for this.");
        }
    }

    private Asked refused(Actor actor, String origin, Wish wish, String sentence) {
        Purpose purpose = wish.ends() == null ? Purpose.SET : Purpose.RELEASE;
        Command command = new Command(
                outputs.next(),
                purpose,
                by(actor, origin, wish.point()),
                wish.point(),
                purpose == Purpose.SET ? wish.value() : null,
                wish.priority(),
                wish.lasting(),
                Words.start(wish.reason(), LONGEST_REASON),
                now(),
                new Stage.Requested());
        return pursuit.ended(command, new Outcome.Refused(sentence), List.of());
    }

    /**
     * Asks again for those of these that have failed.
     *
     * @param ticket as in {@link Wish}
     */
    public List<Asked> retry(Actor actor, String origin, List<Command> commands, @Nullable String ticket) {
        return commands.stream()
                .filter(command -> command.purpose() == Purpose.SET
                        && command.outcome().map(Outcome::failed).orElse(false))
                .flatMap(command -> Optional.ofNullable(command.wanted())
                        .map(value -> new Wish(
                                command.point(),
                                value,
                                command.priority(),
                                command.lasting(),
                                command.reason(),
                                ticket))
                        .stream())
                .map(wish -> request(actor, origin, wish))
                .toList();
    }

    /**
     * Lets go of what is held for a point at this priority. What comes next is commanded; where nothing comes next the output
     * stays as it is. Where it {@linkplain #isConfirmed is to be confirmed} that takes a ticket for {@link #meaning} of it.
     *
     * @param ticket as in {@link Wish}
     * @throws IllegalArgumentException when there is no such point
     */
    public Asked release(
            Actor actor, String origin, PointId id, Priority priority, String reason, @Nullable String ticket) {
        return release(actor, origin, id, priority, reason, ticket, null);
    }

    private Asked release(
            Actor actor,
            String origin,
            PointId id,
            Priority priority,
            String reason,
            @Nullable String ticket,
            @Nullable Slot shown) {
        synchronized (outputs) {
            Point point = point(id);
            Optional<Wish> meaning =
                    meaning(id, priority, reason).map(wish -> ticket == null ? wish : wish.with(ticket));
            Optional<String> refusal = checks.right(actor, id)
                    .or(() -> checks.priority(actor, id, priority))
                    .or(() -> meaning.isPresent()
                            ? Optional.empty()
                            : Optional.of("Nothing is held at the priority of " + priority.label() + "."))
                    .or(() -> another(shown, meaning.map(Wish::ends)))
                    .or(() -> isConfirmed(id, priority)
                            ? meaning.flatMap(wish -> tickets.objection(actor, wish))
                            : Optional.empty());
            By by = by(actor, origin, id);
            if (refusal.isEmpty() && isConfirmed(id, priority)) {
                by = by.together(meaning.map(tickets::use).orElse(""));
            }
            return refusal.isPresent()
                    ? pursuit.ended(
                            fallBack(Purpose.RELEASE, by, id, null, priority, reason),
                            new Outcome.Refused(refusal.get()),
                            List.of())
                    : letGo(Purpose.RELEASE, by, point, priority, reason);
        }
    }

    /** Who wants to end one override does not want to end another one that came meanwhile. */
    private static Optional<String> another(@Nullable Slot shown, Optional<Slot> there) {
        return shown == null
                ? Optional.empty()
                : there.filter(slot -> !slot.equals(shown))
                        .map(slot -> "Meanwhile " + slot.actor() + "'s "
                                + slot.value().inWords() + " is held there, which is something else.");
    }

    /** The same without a ticket. */
    public Asked release(Actor actor, String origin, PointId id, Priority priority, String reason) {
        return release(actor, origin, id, priority, reason, null);
    }

    /**
     * Whether letting go of this takes a ticket: it rules, and the output demands a reason or two persons for each command.
     * A simple confirmation is not asked for.
     */
    public boolean isConfirmed(PointId point, Priority priority) {
        return rules.of(point).confirmation().compareTo(Confirmation.REASON) >= 0
                && outputs.stack(point).ruling().filter(priority::equals).isPresent();
    }

    /**
     * What letting go of this amounts to, to be confirmed: the value that comes next, or the one that remains because
     * nothing does; empty when nothing is held there.
     */
    public Optional<Wish> meaning(PointId point, Priority priority, String reason) {
        Stack stack = stack(point);
        return stack.at(priority).map(slot -> {
            Value next = stack.with(priority, null).value().orElse(slot.value());
            return new Wish(point, next, priority, null, reason, null, slot);
        });
    }

    /** What is held for a point, and what is to be done otherwise. */
    public Stack stack(PointId point) {
        return outputs.stack(point).otherwise(rules.of(point).otherwise());
    }

    /** All overrides, the oldest first. */
    public List<Held> overrides() {
        return outputs.stacks().entrySet().stream()
                .flatMap(entry -> entry.getValue().slots().entrySet().stream()
                        .filter(slot -> slot.getKey().overrides())
                        .map(slot -> new Held(entry.getKey(), slot.getKey(), slot.getValue())))
                .sorted(Comparator.comparing((Held held) -> held.slot().since()).thenComparing(Held::point))
                .toList();
    }

    /** The command that is under way to a point; empty when none is. */
    public Optional<Command> underWay(PointId point) {
        synchronized (outputs) {
            return Optional.ofNullable(outputs.underWay(point)).map(UnderWay::command);
        }
    }

    /** All commands that have no outcome yet. */
    public List<Command> underWay() {
        synchronized (outputs) {
            return outputs.allUnderWay().stream().map(UnderWay::command).toList();
        }
    }

    /** A command of the last days; from the database when it is not one of the last ten thousand. */
    public Optional<Command> find(CommandId id) {
        return outputs.recent(id).or(() -> rows.find(id, buildings.current()));
    }

    /** The values whose time is over go, and what comes next is commanded. */
    void expire() {
        Instant now = now();
        for (Map.Entry<PointId, Stack> entry : outputs.stacks().entrySet()) {
            entry.getValue().slots().forEach((priority, slot) -> {
                if (slot.isOver(now)) {
                    buildings.current().point(entry.getKey()).ifPresent(point -> expire(point, priority, slot));
                }
            });
        }
    }

    private void expire(Point point, Priority priority, Slot slot) {
        synchronized (outputs) {
            boolean still =
                    outputs.stack(point.id()).at(priority).filter(slot::equals).isPresent();
            if (still) {
                By by = new By("expiry of " + slot.actor(), Role.OPERATOR, "expiry", "");
                letGo(Purpose.EXPIRY, by, point, priority, slot.reason());
            }
        }
    }

    /** What could not be brought to outputs when it should have ruled again is tried once more. */
    void catchUp() {
        for (PointId id : pursuit.owed()) {
            synchronized (outputs) {
                buildings.current().point(id).ifPresent(this::catchUp);
            }
        }
    }

    private void catchUp(Point point) {
        Stack stack = stack(point.id());
        Priority priority = stack.ruling().orElse(Priority.DEFAULT);
        Optional<Value> value = stack.value();
        if (value.isEmpty() || outputs.underWay(point.id()) != null) {
            pursuit.settle(point.id());
        } else if (checks.obstacle(point, value.get(), priority, now()).isEmpty()) {
            By by = new By("automatic return", Role.OPERATOR, "expiry", "");
            pursuit.begin(
                    fallBack(Purpose.EXPIRY, by, point.id(), value.get(), priority, ""),
                    point,
                    value.get(),
                    null,
                    null);
        }
    }

    private Asked hold(Command command, Point point, Wish wish) {
        Stack before = outputs.stack(point.id());
        Instant until = wish.lasting() == null ? null : command.at().plus(wish.lasting());
        Slot slot = new Slot(wish.value(), command.by().name(), command.reason(), command.at(), until);
        Stack after = before.with(wish.priority(), slot);
        outputs.hold(point.id(), after);
        Priority ruling = after.ruling().orElseThrow();
        return ruling == wish.priority()
                ? pursuit.begin(
                        command,
                        point,
                        wish.value(),
                        slot,
                        before.at(wish.priority()).orElse(null))
                : pursuit.ended(
                        command,
                        new Outcome.Superseded("It is noted; " + words(after, ruling) + " counts before it."),
                        List.of(new SlotChange(point.id(), wish.priority(), slot)));
    }

    private static String words(Stack stack, Priority ruling) {
        return stack.at(ruling)
                .map(slot -> slot.actor() + "'s " + slot.value().inWords())
                .orElse("something else");
    }

    private Asked letGo(Purpose purpose, By by, Point point, Priority priority, String reason) {
        Stack before = stack(point.id());
        Stack after = before.with(priority, null);
        boolean ruled = before.ruling().filter(priority::equals).isPresent();
        Optional<Value> next = ruled ? after.value() : Optional.empty();
        outputs.hold(point.id(), after);
        SlotChange change = new SlotChange(point.id(), priority, null);
        Command command = fallBack(purpose, by, point.id(), next.orElse(null), priority, reason);
        if (next.isEmpty()) {
            drop(point, ruled, by);
            return pursuit.ended(command, new Outcome.Confirmed(null), List.of(change));
        }
        Optional<String> obstacle =
                checks.obstacle(point, next.get(), after.ruling().orElse(Priority.DEFAULT), command.at());
        if (obstacle.isPresent()) {
            drop(point, ruled, by);
            String sentence = Command.RELEASED + obstacle.get();
            return pursuit.ended(command, new Outcome.Refused(sentence), List.of(change, pursuit.owe(point.id())));
        }
        return pursuit.begin(command, point, next.get(), change);
    }

    /** What is under way is what rules; who lets go of that does not want it any more. */
    private void drop(Point point, boolean ruled, By by) {
        if (ruled) {
            pursuit.drop(point.id(), by.name() + " has let go of it.");
        }
    }

    private Command fallBack(
            Purpose purpose, By by, PointId point, @Nullable Value value, Priority priority, String reason) {
        return new Command(
                outputs.next(),
                purpose,
                by,
                point,
                value,
                priority,
                null,
                Words.start(reason, LONGEST_REASON),
                now(),
                new Stage.Requested());
    }

    private boolean rules(Wish wish) {
        return outputs.stack(wish.point())
                .ruling()
                .filter(ruling -> ruling.compareTo(wish.priority()) < 0)
                .isEmpty();
    }

    private Point point(PointId id) {
        return buildings
                .current()
                .point(id)
                .orElseThrow(() -> new IllegalArgumentException("There is no point " + id + "."));
    }

    private By by(Actor actor, String origin, PointId point) {
        return new By(
                actor.name(),
                actor.role(),
                rights.of(actor, Right.COMMAND, point).orElse(""),
                Words.start(origin, LONGEST_ORIGIN));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
