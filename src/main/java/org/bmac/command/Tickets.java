package org.bmac.command;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.bmac.access.Actor;
import org.bmac.access.Right;
import org.bmac.access.Rights;
import org.bmac.access.UserId;
import org.bmac.point.PointId;
import org.bmac.point.Value;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;

/**
 * Confirmations: an actor {@linkplain #ask asks} for what is to be done, is shown what it means, and confirms it by giving
 * the secret of the ticket together with the wish. A secret is good for its actor, for each of its points with what was asked of it,
 * once, and for a short time. Where two persons are needed, another one {@linkplain #agree agrees} in between. Safe on every
 * thread.
 */
@Component
public class Tickets {
    private static final Duration LIFE = Duration.ofMinutes(2);
    private static final Duration LIFE_OF_TWO = Duration.ofMinutes(10);
    private static final int MOST = 1_000;

    /** A ticket and the secret that only its actor knows. */
    public record Issued(String secret, Ticket ticket) {}

    private record Open(Ticket ticket, UserId user, Map<PointId, Wish> left) {
        /** What was shown is what is done: also for how long, at which priority and, where one is demanded, why. */
        boolean covers(Wish wish) {
            Wish shown = left.get(wish.point());
            return shown != null
                    && shown.value().equals(wish.value())
                    && shown.priority() == wish.priority()
                    && Objects.equals(shown.lasting(), wish.lasting())
                    && (ticket.level().compareTo(Confirmation.REASON) < 0
                            || shown.reason().equals(wish.reason()));
        }
    }

    private final Rules rules;
    private final Rights rights;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();
    private final Map<String, Open> open = new LinkedHashMap<>();
    private long last;

    Tickets(Rules rules, Rights rights, ApplicationEventPublisher events, Clock clock) {
        this.rules = rules;
        this.rights = rights;
        this.events = events;
        this.clock = clock;
    }

    /** What it takes to command this output. */
    public Confirmation level(PointId point) {
        return rules.of(point).confirmation();
    }

    /**
     * Begins the confirmation of these wishes.
     *
     * @throws IllegalArgumentException when there is none, or a reason is needed and the first does not give one
     * @throws AccessDeniedException when the actor may not command one of the points
     */
    public Issued ask(Actor actor, List<Wish> wishes) {
        if (wishes.isEmpty()) {
            throw new IllegalArgumentException("There is nothing to confirm.");
        }
        Map<PointId, Wish> shown = wishes.stream().collect(Collectors.toMap(Wish::point, wish -> wish, (_, b) -> b));
        shown.keySet().forEach(point -> require(actor, point));
        Confirmation level = shown.keySet().stream()
                .map(this::level)
                .max(Comparator.naturalOrder())
                .orElseThrow();
        String reason = wishes.getFirst().reason();
        if (level.compareTo(Confirmation.REASON) >= 0 && reason.isBlank()) {
            throw new IllegalArgumentException("This needs a reason.");
        }
        Issued issued = issue(actor, shown, level, reason);
        if (!issued.ticket().isReady()) {
            events.publishEvent(new TicketChanged(issued.ticket()));
        }
        return issued;
    }

    private synchronized Issued issue(Actor actor, Map<PointId, Wish> shown, Confirmation level, String reason) {
        tidy();
        Instant until = clock.instant().plus(level == Confirmation.TWO_PERSONS ? LIFE_OF_TWO : LIFE);
        Map<PointId, Value> values = shown.values().stream().collect(Collectors.toMap(Wish::point, Wish::value));
        Ticket ticket = new Ticket(++last, values, level, actor.name(), reason, until, null);
        byte[] bytes = new byte[16];
        random.nextBytes(bytes);
        String secret = HexFormat.of().formatHex(bytes);
        open.put(secret, new Open(ticket, actor.user(), new LinkedHashMap<>(shown)));
        return new Issued(secret, ticket);
    }

    /** The tickets that wait for a second person, oldest first. */
    public synchronized List<Ticket> waiting() {
        tidy();
        return open.values().stream()
                .map(Open::ticket)
                .filter(ticket -> !ticket.isReady())
                .toList();
    }

    /**
     * Agrees as the second person.
     *
     * @throws IllegalArgumentException when there is no such ticket any more, or the actor does not see all of its points
     * @throws AccessDeniedException when the actor is the one who asked, or may not command one of the points
     */
    public Ticket agree(Actor second, long number) {
        Ticket agreed = agreed(second, number);
        events.publishEvent(new TicketChanged(agreed));
        return agreed;
    }

    private synchronized Ticket agreed(Actor second, long number) {
        tidy();
        Map.Entry<String, Open> found = open.entrySet().stream()
                .filter(entry -> entry.getValue().ticket().number() == number)
                .filter(entry -> sees(second, entry.getValue().ticket()))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("That is not waiting for anybody any more."));
        Open before = found.getValue();
        if (!(second instanceof Actor.Person) || second.user().equals(before.user())) {
            throw new AccessDeniedException("It takes another person to agree.");
        }
        before.ticket().wishes().keySet().forEach(point -> require(second, point));
        Ticket t = before.ticket();
        Ticket agreed = new Ticket(t.number(), t.wishes(), t.level(), t.actor(), t.reason(), t.until(), second.name());
        found.setValue(new Open(agreed, before.user(), before.left()));
        return agreed;
    }

    /** Why this wish is not confirmed; empty when it is, or needs no confirmation. */
    synchronized Optional<String> objection(Actor actor, Wish wish) {
        Confirmation level = level(wish.point());
        if (level == Confirmation.NONE || actor instanceof Actor.Automation) {
            return Optional.empty();
        }
        if (level.compareTo(Confirmation.REASON) >= 0 && wish.reason().isBlank()) {
            return Optional.of("This needs a reason.");
        }
        tidy();
        Open found = wish.ticket() == null ? null : open.get(wish.ticket());
        if (found == null) {
            return Optional.of("This has to be confirmed first.");
        }
        boolean fits = found.user().equals(actor.user())
                && found.ticket().actor().equals(actor.name())
                && found.covers(wish)
                && found.ticket().level().compareTo(level) >= 0;
        if (!fits) {
            return Optional.of("What was confirmed is something else.");
        }
        return found.ticket().isReady() ? Optional.empty() : Optional.of("A second person has to agree first.");
    }

    /** The second person who agreed to a wish, in words for the audit; empty when none was needed. */
    synchronized String use(Wish wish) {
        Open found = wish.ticket() == null ? null : open.get(wish.ticket());
        if (found == null) {
            return "";
        }
        found.left().remove(wish.point());
        if (found.left().isEmpty()) {
            open.remove(wish.ticket());
        }
        return found.ticket().agreed() == null ? "" : "with " + found.ticket().agreed();
    }

    private boolean sees(Actor actor, Ticket ticket) {
        return ticket.wishes().keySet().stream().allMatch(point -> rights.may(actor, Right.SEE, point));
    }

    private void require(Actor actor, PointId point) {
        if (!rights.may(actor, Right.COMMAND, point)) {
            throw new AccessDeniedException(actor.name() + " may not command this.");
        }
    }

    /** What is over goes; of too many the oldest go. */
    private void tidy() {
        Instant now = clock.instant();
        open.values().removeIf(each -> !each.ticket().until().isAfter(now));
        List<String> secrets = new ArrayList<>(open.keySet());
        for (int i = 0; i < secrets.size() - MOST; i++) {
            open.remove(secrets.get(i));
        }
    }
}
