package org.bmac.command;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
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
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;

/**
 * Confirmations: an actor {@linkplain #ask asks} for what is to be done, is shown what it means, and confirms it by giving
 * the secret of the ticket together with the wish. A secret is good for its actor, for each of its points with what was asked of it,
 * once, and for a short time. Where two persons are needed, another one agrees in between, see {@link Requests}. Safe on
 * every thread.
 */
@Component
public class Tickets {
    private static final Duration LIFE = Duration.ofMinutes(2);
    private static final Duration LIFE_OF_TWO = Duration.ofMinutes(5);
    private static final int MOST = 1_000;
    private static final int MOST_OF_ONE = 100;

    /** A ticket and the secret that only its actor knows. */
    public record Issued(String secret, Ticket ticket) {}

    private record Open(
            Ticket ticket, UserId user, @Nullable Actor second, Map<PointId, Wish> left) {
        /** What waits for a second person, or was agreed to, is not pushed out; {@link Requests} bounds how many there are. */
        boolean mayGo() {
            return ticket.level() != Confirmation.TWO_PERSONS;
        }

        /**
         * What was shown is what is done: also for how long, at which priority, what is let go of and, where one is demanded,
         * why.
         */
        boolean covers(Wish wish) {
            Wish shown = left.get(wish.point());
            return shown != null
                    && shown.value().equals(wish.value())
                    && shown.priority() == wish.priority()
                    && Objects.equals(shown.lasting(), wish.lasting())
                    && Objects.equals(shown.ends(), wish.ends())
                    && (ticket.level().compareTo(Confirmation.REASON) < 0
                            || shown.reason().equals(wish.reason()));
        }
    }

    private final Rules rules;
    private final Rights rights;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();
    private final Map<String, Open> open = new LinkedHashMap<>();
    private long last;

    Tickets(Rules rules, Rights rights, Clock clock) {
        this.rules = rules;
        this.rights = rights;
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
        return issue(actor, shown, level, reason);
    }

    private synchronized Issued issue(Actor actor, Map<PointId, Wish> shown, Confirmation level, String reason) {
        makeRoom(actor.user());
        Instant until = clock.instant().plus(level == Confirmation.TWO_PERSONS ? LIFE_OF_TWO : LIFE);
        Map<PointId, Value> values = shown.values().stream().collect(Collectors.toMap(Wish::point, Wish::value));
        Ticket ticket = new Ticket(++last, values, level, actor.name(), reason, until, null);
        byte[] bytes = new byte[16];
        random.nextBytes(bytes);
        String secret = HexFormat.of().formatHex(bytes);
        open.put(secret, new Open(ticket, actor.user(), null, new LinkedHashMap<>(shown)));
        return new Issued(secret, ticket);
    }

    /**
     * A second person has agreed. From now on there is as much time to use it as for any other.
     *
     * @return whether there was still something to agree to
     */
    synchronized boolean agreed(String secret, Actor second) {
        Instant enough = clock.instant().plus(LIFE);
        return open.computeIfPresent(secret, (_, before) -> {
                    Ticket t = before.ticket();
                    Instant until = t.until().isAfter(enough) ? t.until() : enough;
                    Ticket agreed =
                            new Ticket(t.number(), t.wishes(), t.level(), t.actor(), t.reason(), until, second.name());
                    return new Open(agreed, before.user(), second, before.left());
                })
                != null;
    }

    /** Nothing is confirmed by this any more. */
    synchronized void discard(String secret) {
        open.remove(secret);
    }

    /** The same for all that this user has asked or agreed to. */
    synchronized void forget(UserId user) {
        open.values()
                .removeIf(each -> each.user().equals(user)
                        || (each.second() != null && each.second().user().equals(user)));
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
        return found.ticket().isReady()
                ? second(found.second(), wish)
                : Optional.of("A second person has to agree first.");
    }

    /** Who agreed has to be allowed to command it at the moment in which it is done, too. */
    private Optional<String> second(@Nullable Actor second, Wish wish) {
        return second == null || rights.may(second, Right.COMMAND, wish.point())
                ? Optional.empty()
                : Optional.of(second.name() + ", who agreed, may not command this any more.");
    }

    /** The second person who agreed to a wish; empty when none was needed. */
    synchronized String use(Wish wish) {
        Open found = wish.ticket() == null ? null : open.get(wish.ticket());
        if (found == null) {
            return "";
        }
        found.left().remove(wish.point());
        if (found.left().isEmpty()) {
            open.remove(wish.ticket());
        }
        return found.ticket().agreed() == null ? "" : found.ticket().agreed();
    }

    private void require(Actor actor, PointId point) {
        if (!rights.may(actor, Right.COMMAND, point)) {
            throw new AccessDeniedException(actor.name() + " may not command this.");
        }
    }

    /** What is over goes. */
    private void tidy() {
        Instant now = clock.instant();
        open.values().removeIf(each -> !each.ticket().until().isAfter(now));
    }

    /** Of too many of one user the oldest goes, of too many at all the oldest of who has the most: nobody pushes out others. */
    private void makeRoom(UserId user) {
        tidy();
        if (count(user) >= MOST_OF_ONE) {
            dropOldest(user);
        }
        if (open.size() >= MOST) {
            open.values().stream()
                    .filter(Open::mayGo)
                    .map(Open::user)
                    .distinct()
                    .max(Comparator.comparingLong(this::count))
                    .ifPresent(this::dropOldest);
        }
    }

    private long count(UserId user) {
        return open.values().stream()
                .filter(each -> each.mayGo() && each.user().equals(user))
                .count();
    }

    private void dropOldest(UserId user) {
        open.entrySet().stream()
                .filter(entry ->
                        entry.getValue().mayGo() && entry.getValue().user().equals(user))
                .map(Map.Entry::getKey)
                .findFirst()
                .ifPresent(open::remove);
    }
}
