package org.bmac.floorplan.ui;

import com.vaadin.flow.server.VaadinSession;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import org.bmac.access.Actor;
import org.bmac.access.Right;
import org.bmac.access.Rights;
import org.bmac.access.Role;
import org.bmac.access.SignedIn;
import org.bmac.building.Building;
import org.bmac.building.Buildings;
import org.bmac.building.Point;
import org.bmac.command.Asked;
import org.bmac.command.Command;
import org.bmac.command.CommandId;
import org.bmac.command.Commands;
import org.bmac.command.Confirmation;
import org.bmac.command.Deed;
import org.bmac.command.Requests;
import org.bmac.command.Tickets;
import org.bmac.command.Wish;
import org.bmac.point.PointId;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.ObjectNode;

/**
 * Does what the elements of a page ask, as the person before it: they say what is wanted, and this asks the room of commands
 * for it, which decides. What follows comes to the page by its stream.
 */
@Component
class Desk {
    private final Buildings buildings;
    private final Commands commands;
    private final Tickets tickets;
    private final Requests requests;
    private final Rights rights;
    private final SignedIn signedIn;

    Desk(Buildings buildings, Commands commands, Tickets tickets, Requests requests, Rights rights, SignedIn signedIn) {
        this.buildings = buildings;
        this.commands = commands;
        this.tickets = tickets;
        this.requests = requests;
        this.rights = rights;
        this.signedIn = signedIn;
    }

    /** Answers all that this element asks of outputs. */
    void attend(Answering element) {
        element.on(PointCommand.class, said(question -> command(question.asking())));
        element.on(PointLevel.class, said(question -> level(question.asking())));
        element.on(PointConfirm.class, said(question -> confirm(question.asking())));
        element.on(PointRelease.class, said(question -> release(question.asking())));
        element.on(ReleaseConfirm.class, said(question -> confirmRelease(question.asking())));
        element.on(CommandDetails.class, said(question -> details(question.number())));
        element.on(
                RequestAgree.class,
                said(question -> Replies.done(requests.agree(signedIn.person(), origin(), question.number()))));
        element.on(
                RequestDecline.class,
                said(question -> Replies.done(requests.decline(signedIn.person(), origin(), question.number()))));
        element.on(
                RequestWithdraw.class,
                said(question -> Replies.done(requests.withdraw(signedIn.person(), origin(), question.number()))));
    }

    /** Tells the panel who sits before it, and what that one may do with this point. */
    void introduce(PointPanel panel, @Nullable PointId point) {
        Actor actor = signedIn.person();
        panel.setUser(
                actor.name(),
                point != null && rights.may(actor, Right.COMMAND, point),
                point != null && rights.may(actor, Right.CONFIGURE, point));
    }

    /** Whether the person may set what guards this point. */
    boolean maySetRules(PointId point) {
        return rights.may(signedIn.person(), Right.CONFIGURE, point)
                && buildings.current().point(point).filter(Point::commandable).isPresent();
    }

    /** Tells the list who sits before it. */
    void introduce(OverrideList list) {
        Actor actor = signedIn.person();
        list.setUser(actor.name(), actor.may(Role.OPERATOR));
    }

    private ObjectNode command(Asking asking) {
        Actor actor = signedIn.person();
        Building seen = rights.seen(actor);
        asking.wishesOutOf(seen, buildings.current()).forEach(wish -> commands.request(actor, origin(), wish));
        List<Wish> wishes = asking.wishes(seen);
        Confirmation level = level(actor, wishes);
        return level != Confirmation.NONE && asking.ticket() == null
                ? Replies.confirm(level)
                : Replies.all(commands.requestAll(actor, origin(), wishes));
    }

    private ObjectNode level(Asking asking) {
        Actor actor = signedIn.person();
        return Replies.confirm(level(actor, asking.wishes(rights.seen(actor))));
    }

    private ObjectNode confirm(Asking asking) {
        Actor actor = signedIn.person();
        Building seen = rights.seen(actor);
        asking.wishesOutOf(seen, buildings.current()).forEach(wish -> commands.request(actor, origin(), wish));
        return confirm(actor, asking.wishes(seen));
    }

    private ObjectNode confirm(Actor actor, List<Wish> wishes) {
        Predicate<PointId> may = mayCommand(actor);
        List<Wish> allowed =
                wishes.stream().filter(wish -> may.test(wish.point())).toList();
        return begun(
                actor,
                new Deed.Set(allowed.isEmpty() ? wishes : allowed),
                allowed.isEmpty(),
                () -> commands.requestAll(actor, origin(), without(wishes, allowed)));
    }

    /** The strictest of those that the actor may command at all: for the others there is nothing to confirm. */
    Confirmation level(Actor actor, List<Wish> wishes) {
        return wishes.stream()
                .map(Wish::point)
                .filter(mayCommand(actor))
                .map(tickets::level)
                .max(Confirmation::compareTo)
                .orElse(Confirmation.NONE);
    }

    /**
     * Begins the confirmation of what the actor may do. What the actor may not is refused one by one when it is asked; where
     * that will not be asked, because there is nothing else or a second person decides, it is refused now, so that the
     * attempt is written down.
     */
    private ObjectNode begun(Actor actor, Deed deed, boolean nothingElse, Runnable refuse) {
        if (nothingElse) {
            refuse.run();
        }
        Tickets.Issued issued = requests.ask(actor, origin(), deed);
        if (issued.ticket().isReady()) {
            return Replies.ticket(issued);
        }
        refuse.run();
        return Replies.asked(issued.ticket());
    }

    private static <T> List<T> without(List<T> all, List<T> some) {
        return all.stream().filter(one -> !some.contains(one)).toList();
    }

    /** Begins the confirmation of a scene that the actor may play. */
    ObjectNode confirm(Actor actor, Deed.Play scene) {
        return begun(actor, scene, false, () -> {});
    }

    private ObjectNode release(Asking asking) {
        Actor actor = signedIn.person();
        Building seen = rights.seen(actor);
        asking.holdsOutOf(seen, buildings.current()).forEach(hold -> release(actor, asking, hold));
        List<Deed.Hold> holds = asking.holds(seen);
        Confirmation level = level(actor, meanings(holds, asking.reason()));
        return level != Confirmation.NONE && asking.ticket() == null
                ? Replies.confirm(level)
                : Replies.all(
                        holds.stream().map(hold -> release(actor, asking, hold)).toList());
    }

    private Asked release(Actor actor, Asking asking, Deed.Hold hold) {
        return commands.release(actor, origin(), hold.point(), hold.priority(), asking.reason(), asking.ticket());
    }

    private ObjectNode confirmRelease(Asking asking) {
        Actor actor = signedIn.person();
        Building seen = rights.seen(actor);
        asking.holdsOutOf(seen, buildings.current()).forEach(hold -> release(actor, asking, hold));
        return confirmRelease(actor, asking, asking.holds(seen));
    }

    private ObjectNode confirmRelease(Actor actor, Asking asking, List<Deed.Hold> holds) {
        Predicate<PointId> may = mayCommand(actor);
        List<Deed.Hold> allowed =
                holds.stream().filter(hold -> may.test(hold.point())).toList();
        Deed.Release deed = new Deed.Release(allowed.isEmpty() ? holds : allowed, asking.reason());
        return begun(actor, deed, allowed.isEmpty(), () -> without(holds, allowed)
                .forEach(hold -> release(actor, asking, hold)));
    }

    /** What those amount to that are to be confirmed. */
    private List<Wish> meanings(List<Deed.Hold> holds, String reason) {
        return holds.stream()
                .filter(hold -> commands.isConfirmed(hold.point(), hold.priority()))
                .flatMap(hold -> commands.meaning(hold.point(), hold.priority(), reason).stream())
                .toList();
    }

    private Predicate<PointId> mayCommand(Actor actor) {
        return point -> rights.may(actor, Right.COMMAND, point);
    }

    private ObjectNode details(int number) {
        Actor actor = signedIn.person();
        Command command = commands.find(new CommandId(number))
                .filter(found -> rights.may(actor, Right.SEE, found.point()))
                .orElseThrow(() -> new IllegalArgumentException("There is no command " + number + " any more."));
        return Replies.details(command);
    }

    /** What somebody asks wrongly, or may not, is refused with the sentence that says so. */
    static <Q extends Question> Function<Q, ObjectNode> said(Function<Q, ObjectNode> work) {
        return question -> {
            try {
                return work.apply(question);
            } catch (IllegalArgumentException | AccessDeniedException refusal) {
                return Replies.refused(String.valueOf(refusal.getMessage()));
            }
        };
    }

    /** Where the person sits, for the audit. */
    static String origin() {
        VaadinSession session = VaadinSession.getCurrent();
        String address = session == null ? null : session.getBrowser().getAddress();
        return address == null ? "browser" : "browser at " + address;
    }
}
