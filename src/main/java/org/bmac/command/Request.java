package org.bmac.command;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.bmac.access.Actor;
import org.bmac.access.Right;
import org.bmac.access.Rights;
import org.jspecify.annotations.Nullable;

/**
 * Something that takes a second person; a picture of one moment.
 *
 * @param number that of its {@link Ticket}
 * @param origin the display, browser or program that it came from, for people
 * @param wishes which outputs take which value then, for how long, at which priority, and whose override that ends; by point
 * @param until when it is over if nobody answers
 * @param answer null while it waits
 */
public record Request(
        long number,
        Actor asker,
        String origin,
        Deed deed,
        List<Wish> wishes,
        String reason,
        Instant since,
        Instant until,
        @Nullable Answer answer) {
    public Request {
        wishes = wishes.stream()
                .sorted(Comparator.comparing(Wish::point).thenComparing(Wish::priority))
                .toList();
    }

    /** Whether it waits for somebody. */
    public boolean isOpen() {
        return answer == null;
    }

    /**
     * What this actor has to do with it now. Only a person agrees, who signed in with a password, is another one than the
     * asker, and may command all that it is about; and only those may know of it who see all that.
     */
    public Part part(Actor actor, Rights rights) {
        if (!wishes.stream().allMatch(wish -> rights.may(actor, Right.SEE, wish.point()))) {
            return Part.NOBODY;
        }
        if (isOf(actor)) {
            return Part.ASKER;
        }
        return actor instanceof Actor.Person && mayCommandAll(actor, rights) ? Part.SECOND : Part.ONLOOKER;
    }

    /** Whether it was asked by this actor, or by a program of the same user. */
    boolean isOf(Actor actor) {
        return asker.user().equals(actor.user());
    }

    /** Whether this actor has asked or answered it, and so wants to know what became of it. */
    public boolean concerns(Actor actor) {
        return isOf(actor) || (answer != null && answer.by().equals(actor.name()));
    }

    boolean mayCommandAll(Actor actor, Rights rights) {
        return wishes.stream().allMatch(wish -> rights.may(actor, Right.COMMAND, wish.point()));
    }

    Request answered(Answer given) {
        return new Request(number, asker, origin, deed, wishes, reason, since, until, given);
    }
}
