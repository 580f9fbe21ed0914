package org.bmac.command;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.Predicate;
import org.bmac.access.AccessChanged;
import org.bmac.access.Actor;
import org.bmac.access.Rights;
import org.bmac.access.Users;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;

/**
 * What waits for a second person. It is kept here, in memory, wherever the asker goes; when another person agrees it is
 * carried out at once in the name of the asker, with everything looked at anew. Safe on every thread.
 */
@Component
public class Requests {
    /** How many of one user may wait at a time. */
    static final int MOST_OF_ONE = 20;

    private static final int MOST = 500;
    private static final Duration TOLD = Duration.ofMinutes(15);
    private static final int MOST_TOLD = 500;
    private static final String GONE = "That is not waiting for anybody any more.";

    private final Tickets tickets;
    private final Commands commands;
    private final Scenes scenes;
    private final Rights rights;
    private final Predicate<Actor> stands;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    private final NavigableMap<Long, Request> all = new ConcurrentSkipListMap<>();
    private final Map<Long, String> secrets = new ConcurrentHashMap<>();

    /** Held for a moment only, where something changes and is told; never while anything is written down. */
    private final Object telling = new Object();

    @Autowired
    Requests(
            Tickets tickets,
            Commands commands,
            Scenes scenes,
            Rights rights,
            Users users,
            ApplicationEventPublisher events,
            Clock clock) {
        this(tickets, commands, scenes, rights, users::stands, events, clock);
    }

    Requests(
            Tickets tickets,
            Commands commands,
            Scenes scenes,
            Rights rights,
            Predicate<Actor> stands,
            ApplicationEventPublisher events,
            Clock clock) {
        this.tickets = tickets;
        this.commands = commands;
        this.scenes = scenes;
        this.rights = rights;
        this.stands = stands;
        this.events = events;
        this.clock = clock;
    }

    /** All that wait and that were answered a short while ago, oldest first. */
    public List<Request> all() {
        return List.copyOf(all.values());
    }

    /** Those of them that this actor may know of: all that wait, and what became of those that concern the actor. */
    public List<Request> of(Actor actor) {
        return all().stream()
                .filter(request -> request.part(actor, rights) != Part.NOBODY)
                .filter(request -> request.isOpen() || request.concerns(actor))
                .toList();
    }

    /**
     * Begins the confirmation of this. Where it takes a second person it waits here for one; else nothing but the ticket is
     * needed.
     *
     * @param origin the display, browser or program
     * @throws IllegalArgumentException as {@link Tickets#ask}, and when too many wait already
     * @throws AccessDeniedException when the actor may not command one of the points
     */
    public Tickets.Issued ask(Actor actor, String origin, Deed deed) {
        List<Wish> shown = shown(deed);
        Tickets.Issued issued = tickets.ask(
                actor, shown.stream().filter(wish -> isConfirmed(deed, wish)).toList());
        if (!issued.ticket().isReady()) {
            keep(actor, origin, deed, shown, issued);
        }
        return issued;
    }

    private void keep(Actor actor, String origin, Deed deed, List<Wish> shown, Tickets.Issued issued) {
        Ticket ticket = issued.ticket();
        Request request =
                new Request(ticket.number(), actor, origin, deed, shown, ticket.reason(), now(), ticket.until(), null);
        synchronized (this) {
            try {
                requireRoom(actor);
                events.publishEvent(new RequestKept(request, actor, origin));
            } catch (RuntimeException e) {
                tickets.discard(issued.secret());
                throw e;
            }
            secrets.put(request.number(), issued.secret());
            told(request);
        }
    }

    private void requireRoom(Actor actor) {
        List<Request> open = open();
        if (open.stream().filter(request -> request.isOf(actor)).count() >= MOST_OF_ONE) {
            throw new IllegalArgumentException("You have asked " + MOST_OF_ONE
                    + " times already for a second person. Withdraw something, or wait for an answer.");
        }
        if (open.size() >= MOST) {
            throw new IllegalArgumentException("Too much waits for a second person. Try again in a while.");
        }
    }

    /** What is shown to whoever is to agree; just that is done. */
    private List<Wish> shown(Deed deed) {
        return switch (deed) {
            case Deed.Set(List<Wish> wishes) -> wishes;
            case Deed.Play play -> play.wishes();
            case Deed.Later(List<Wish> wishes, boolean _) -> wishes;
            case Deed.Release(List<Deed.Hold> holds, String reason) ->
                holds.stream()
                        .flatMap(hold -> commands.meaning(hold.point(), hold.priority(), reason).stream())
                        .toList();
        };
    }

    /** Letting go of what does not rule takes no ticket. */
    private boolean isConfirmed(Deed deed, Wish wish) {
        return !(deed instanceof Deed.Release) || commands.isConfirmed(wish.point(), wish.priority());
    }

    /**
     * Agrees as the second person, and has it carried out.
     *
     * @param origin the display, browser or program
     * @return as it is then; {@link RequestChanged} tells how it goes on
     * @throws IllegalArgumentException when it does not wait any more, or the actor may not know of it
     * @throws AccessDeniedException when the actor is the one who asked, no person, or may not command one of the points
     */
    public Request agree(Actor second, String origin, long number) {
        Request agreed = answer(second, origin, number, Answer.Verdict.AGREED);
        return answerOf(agreed).verdict() == Answer.Verdict.AGREED ? carryOut(agreed) : agreed;
    }

    /** Declines as the second person; throws as {@link #agree}. */
    public Request decline(Actor second, String origin, long number) {
        return answer(second, origin, number, Answer.Verdict.DECLINED);
    }

    /**
     * Takes back what the actor has asked.
     *
     * @throws IllegalArgumentException when it does not wait any more, or is somebody else's
     */
    public Request withdraw(Actor asker, String origin, long number) {
        synchronized (this) {
            Request request = waiting(number).filter(open -> open.isOf(asker)).orElseThrow(Requests::gone);
            return told(end(request, asker, origin, Answer.Verdict.WITHDRAWN, ""));
        }
    }

    private synchronized Request answer(Actor second, String origin, long number, Answer.Verdict verdict) {
        Request request = waiting(number).orElseThrow(Requests::gone);
        switch (request.part(second, rights)) {
            case NOBODY -> throw gone();
            case ASKER -> throw new AccessDeniedException("It takes another person to agree.");
            case ONLOOKER ->
                throw new AccessDeniedException(
                        second instanceof Actor.Person
                                ? second.name() + " may not command this."
                                : "It takes a person to agree, with name and password.");
            case SECOND -> require(second);
        }
        Request ended = end(request, second, origin, verdict, "");
        if (verdict != Answer.Verdict.AGREED) {
            return told(ended);
        }
        boolean found = tickets.agreed(String.valueOf(secrets.get(number)), second);
        return found ? ended : drop(ended, "Its confirmation is gone. Ask once more.");
    }

    private void require(Actor second) {
        if (!stands.test(second)) {
            throw new AccessDeniedException(second.name() + " may not command this any more.");
        }
    }

    /** Under the lock; written down first. */
    private Request end(Request request, @Nullable Actor by, String origin, Answer.Verdict verdict, String words) {
        Request ended = request.answered(new Answer(verdict, by == null ? "" : by.name(), words, now(), List.of()));
        events.publishEvent(new RequestKept(ended, by, origin));
        all.put(ended.number(), ended);
        if (verdict != Answer.Verdict.AGREED) {
            discard(ended.number());
        }
        return ended;
    }

    private void discard(long number) {
        String secret = secrets.remove(number);
        if (secret != null) {
            tickets.discard(secret);
        }
    }

    private Request carryOut(Request agreed) {
        List<Asked> asked;
        try {
            requireStanding(agreed.asker());
            asked = done(agreed, String.valueOf(secrets.get(agreed.number())));
        } catch (IllegalArgumentException | AccessDeniedException refusal) {
            return drop(agreed, String.valueOf(refusal.getMessage()));
        } catch (RuntimeException | Error failure) {
            drop(agreed, "The program failed while it did it; the audit says how far it came.");
            throw failure;
        }
        follow(agreed, asked);
        return all.getOrDefault(agreed.number(), agreed);
    }

    private void requireStanding(Actor asker) {
        if (!(asker instanceof Actor.Automation) && !stands.test(asker)) {
            throw new AccessDeniedException(asker.name() + " may not command this any more.");
        }
    }

    private List<Asked> done(Request agreed, String secret) {
        Actor asker = agreed.asker();
        String origin = agreed.origin();
        return switch (agreed.deed()) {
            case Deed.Set _, Deed.Release _ ->
                commands.requestAll(
                        asker,
                        origin,
                        agreed.wishes().stream().map(wish -> wish.with(secret)).toList());
            case Deed.Play play -> played(asker, origin, play, secret);
            case Deed.Later _ -> List.of();
        };
    }

    private List<Asked> played(Actor asker, String origin, Deed.Play play, String secret) {
        if (!scenes.wishes(play.number(), play.only(), play.reason(), null).equals(play.wishes())) {
            throw new IllegalArgumentException("The scene " + play.name() + " was changed meanwhile.");
        }
        return scenes.retry(asker, origin, play.number(), play.only(), play.reason(), secret);
    }

    private synchronized Request drop(Request agreed, String words) {
        Answer answer = answerOf(agreed).saying(Answer.Verdict.DROPPED, words);
        Request dropped = agreed.answered(answer);
        discard(agreed.number());
        all.put(dropped.number(), dropped);
        events.publishEvent(new RequestKept(dropped, null, ""));
        return told(dropped);
    }

    private void follow(Request agreed, List<Asked> asked) {
        if (!(agreed.deed() instanceof Deed.Later)) {
            discard(agreed.number());
        }
        note(agreed.number(), asked);
        asked.forEach(one -> {
            var _ = one.end().thenRun(() -> note(agreed.number(), asked));
        });
    }

    /** How far each has come; quick, for it is told on the thread of the {@link Ledger}. */
    private void note(long number, List<Asked> asked) {
        synchronized (telling) {
            Request request = all.get(number);
            if (request != null) {
                List<Command> now = asked.stream()
                        .map(one -> one.end().getNow(one.command()))
                        .toList();
                told(request.answered(answerOf(request).with(now)));
            }
        }
    }

    private static Answer answerOf(Request request) {
        return Optional.ofNullable(request.answer()).orElseThrow();
    }

    /** What is over ends, and what was told long enough is forgotten. */
    void expire() {
        Instant now = now();
        for (Request request : all()) {
            Answer answer = request.answer();
            if (answer == null && !request.until().isAfter(now)) {
                expire(request.number());
            } else if (answer != null && !answer.at().plus(TOLD).isAfter(now)) {
                forget(request);
            }
        }
        all().stream()
                .filter(request -> !request.isOpen())
                .sorted(Comparator.comparingLong(Request::number).reversed())
                .skip(MOST_TOLD)
                .forEach(this::forget);
    }

    private synchronized void expire(long number) {
        Request request = all.get(number);
        if (request != null && request.isOpen()) {
            told(end(request, null, "", Answer.Verdict.EXPIRED, ""));
        }
    }

    private void forget(Request request) {
        secrets.remove(request.number());
        synchronized (telling) {
            if (all.remove(request.number()) != null) {
                events.publishEvent(new RequestForgotten(request));
            }
        }
    }

    /** Whatever was begun with the old rights ends. */
    @EventListener
    public void on(AccessChanged changed) {
        tickets.forget(changed.user());
        for (Request request : open()) {
            if (request.asker().user().equals(changed.user())) {
                lose(request);
            }
        }
    }

    private synchronized void lose(Request request) {
        if (waiting(request.number()).isPresent()) {
            String words = "What " + request.asker().name() + " may do has changed meanwhile.";
            told(end(request, null, "", Answer.Verdict.DROPPED, words));
        }
    }

    /** It is so from now on, and is told in this order: who hears last hears how it is. */
    private Request told(Request request) {
        synchronized (telling) {
            all.put(request.number(), request);
            events.publishEvent(new RequestChanged(request));
        }
        return request;
    }

    private List<Request> open() {
        return all().stream().filter(Request::isOpen).toList();
    }

    private Optional<Request> waiting(long number) {
        return Optional.ofNullable(all.get(number))
                .filter(request -> request.isOpen() && request.until().isAfter(now()));
    }

    private static IllegalArgumentException gone() {
        return new IllegalArgumentException(GONE);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
