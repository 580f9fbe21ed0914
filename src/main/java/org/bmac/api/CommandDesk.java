package org.bmac.api;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.bmac.access.Actor;
import org.bmac.access.Right;
import org.bmac.access.Rights;
import org.bmac.access.SignedIn;
import org.bmac.building.Buildings;
import org.bmac.building.Point;
import org.bmac.command.Asked;
import org.bmac.command.Command;
import org.bmac.command.Confirmation;
import org.bmac.command.Outcome;
import org.bmac.command.Priority;
import org.bmac.command.Tickets;
import org.bmac.command.Wish;
import org.bmac.point.PointId;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** What the ways of commanding have in common: who asks, for which point, what a refusal is called, how long to wait. */
@Component
class CommandDesk {
    static final int LONGEST_WAIT = 30;
    private static final int LONGEST_WRITING = 10;
    private static final int MOST_WAITING = 500;

    private final SignedIn signedIn;
    private final Rights rights;
    private final Buildings buildings;
    private final Tickets tickets;
    private final Semaphore places = new Semaphore(MOST_WAITING);

    CommandDesk(SignedIn signedIn, Rights rights, Buildings buildings, Tickets tickets) {
        this.signedIn = signedIn;
        this.rights = rights;
        this.buildings = buildings;
        this.tickets = tickets;
    }

    Actor actor() {
        return signedIn.actor().orElseThrow();
    }

    boolean sees(PointId point) {
        return rights.may(actor(), Right.SEE, point);
    }

    /**
     * The point with this number.
     *
     * @throws Problem (404) when there is none that the actor may see
     */
    Point point(int number) {
        return point(number, _ -> {});
    }

    /**
     * The same for an attempt to move it.
     *
     * @param hidden is told of a point that exists but that the actor does not see, so that the attempt stands in the audit;
     *     a problem that it throws is not told
     */
    Point point(int number, Consumer<Point> hidden) {
        Point point = number < 1 || number > PointId.MOST
                ? noPoint(number)
                : buildings.current().point(new PointId(number)).orElseGet(() -> noPoint(number));
        if (!sees(point.id())) {
            try {
                hidden.accept(point);
            } catch (Problem _) {
                return noPoint(number);
            }
            return noPoint(number);
        }
        return point;
    }

    private static Point noPoint(int number) {
        throw new Problem(HttpStatus.NOT_FOUND, "no-such-point", "There is no point " + number + ".");
    }

    /** The command when it has ended or the time is over; on the thread of the request, which costs next to nothing. */
    Command after(Asked asked, @Nullable Integer seconds) {
        if (seconds == null || seconds == 0 || !places.tryAcquire()) {
            return asked.end().getNow(asked.command());
        }
        try {
            return asked.end().get(seconds, TimeUnit.SECONDS);
        } catch (TimeoutException _) {
            return asked.command();
        } catch (ExecutionException e) {
            throw new IllegalStateException("a command's end failed", e);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return asked.command();
        } finally {
            places.release();
        }
    }

    /**
     * Waits until the command stands in the database, so that its address is not another's after a crash.
     *
     * @throws Problem (503) when that takes long; it may still be done
     */
    static void awaitWritten(Asked asked) {
        try {
            asked.written().get(LONGEST_WRITING, TimeUnit.SECONDS);
        } catch (TimeoutException _) {
            throw new Problem(
                    HttpStatus.SERVICE_UNAVAILABLE,
                    "not-written",
                    "The database is slow: whether this is done is not sure yet.");
        } catch (ExecutionException e) {
            throw new IllegalStateException("writing a command down failed", e);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    static @Nullable Integer checkedWait(@Nullable Integer seconds) {
        if (seconds != null && (seconds < 0 || seconds > LONGEST_WAIT)) {
            throw new Problem(
                    HttpStatus.BAD_REQUEST,
                    "bad-wait",
                    "wait is " + seconds + ", but must be 0 to " + LONGEST_WAIT + " seconds.");
        }
        return seconds;
    }

    /** Throws the problem of a wish that was refused at once; it stands in the audit nevertheless. */
    void objectTo(Wish wish, Command command) {
        if (command.outcome().orElse(null) instanceof Outcome.Refused(String reason)) {
            Confirmation level = tickets.level(wish.point());
            Problem problem = problem(wish.point(), level, wish.ticket() != null, reason);
            if (level != Confirmation.NONE) {
                problem.with("confirmation", level.code());
            }
            throw problem.with("command", "/api/v1/commands/" + command.id());
        }
    }

    /** The same for a release. What is released but has to wait with what comes next is not an objection. */
    void objectToRelease(Command command, boolean held, boolean stillHeld, boolean unconfirmed) {
        if (command.outcome().orElse(null) instanceof Outcome.Refused(String reason) && (stillHeld || !held)) {
            boolean allowed = rights.may(actor(), Right.COMMAND, command.point());
            boolean own =
                    command.priority() == Priority.OPERATOR || rights.may(actor(), Right.CONFIGURE, command.point());
            Problem problem;
            if (stillHeld && allowed && own) {
                problem = new Problem(HttpStatus.CONFLICT, unconfirmed ? "not-confirmed" : "refused", reason)
                        .with("confirmation", tickets.level(command.point()).code());
            } else if (stillHeld || !allowed) {
                problem = new Problem(HttpStatus.FORBIDDEN, "not-allowed", reason);
            } else {
                problem = new Problem(HttpStatus.NOT_FOUND, "nothing-held", reason);
            }
            throw problem.with("command", "/api/v1/commands/" + command.id());
        }
    }

    private Problem problem(PointId point, Confirmation level, boolean ticket, String reason) {
        if (!rights.may(actor(), Right.COMMAND, point)) {
            return new Problem(HttpStatus.FORBIDDEN, "not-allowed", reason);
        }
        boolean commandable =
                buildings.current().point(point).filter(Point::commandable).isPresent();
        if (!commandable) {
            return new Problem(HttpStatus.UNPROCESSABLE_CONTENT, "not-commandable", reason);
        }
        return level != Confirmation.NONE && !ticket
                ? new Problem(HttpStatus.CONFLICT, "not-confirmed", reason)
                : new Problem(HttpStatus.CONFLICT, "refused", reason);
    }
}
