package org.bmac.floorplan.ui;

import com.vaadin.flow.server.VaadinSession;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
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
import org.bmac.command.Priority;
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
    private final Rights rights;
    private final SignedIn signedIn;

    Desk(Buildings buildings, Commands commands, Tickets tickets, Rights rights, SignedIn signedIn) {
        this.buildings = buildings;
        this.commands = commands;
        this.tickets = tickets;
        this.rights = rights;
        this.signedIn = signedIn;
    }

    /** Answers all that this element asks. */
    void attend(Answering element) {
        element.onPointCommand(event -> element.answer(event.ask(), said(() -> command(event.asking()))));
        element.onPointConfirm(event -> element.answer(event.ask(), said(() -> confirm(event.asking()))));
        element.onPointRelease(event -> element.answer(event.ask(), said(() -> release(event.items()))));
        element.onCommandDetails(event -> element.answer(event.ask(), said(() -> details(event.number()))));
        element.onTicketAgree(event -> element.answer(event.ask(), said(() -> agree(event.number()))));
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
        asking.outOf(seen, buildings.current()).forEach(wish -> commands.request(actor, origin(), wish));
        List<Wish> wishes = asking.wishes(seen);
        Confirmation level = level(actor, wishes);
        return level != Confirmation.NONE && asking.secret().isEmpty()
                ? Replies.confirm(level)
                : Replies.all(commands.requestAll(actor, origin(), wishes));
    }

    /** The strictest of those that the actor may command at all: for the others there is nothing to confirm. */
    private Confirmation level(Actor actor, List<Wish> wishes) {
        return wishes.stream()
                .map(Wish::point)
                .filter(point -> rights.may(actor, Right.COMMAND, point))
                .map(tickets::level)
                .max(Confirmation::compareTo)
                .orElse(Confirmation.NONE);
    }

    private ObjectNode confirm(Asking asking) {
        Actor actor = signedIn.person();
        return Replies.ticket(tickets.ask(actor, asking.wishes(rights.seen(actor))));
    }

    private ObjectNode release(String items) {
        Actor actor = signedIn.person();
        Function<String, Asked> one = item -> {
            String[] pair = item.split(":", 2);
            PointId point = Asking.point(buildings.current(), pair[0]).id();
            Asked asked = commands.release(actor, origin(), point, priority(pair), "");
            if (!rights.may(actor, Right.SEE, point)) {
                throw Asking.gone(); // refused and written down, but not even that it exists is told
            }
            return asked;
        };
        return Replies.all(Stream.of(items.split(" ", 500)).map(one).toList());
    }

    private static Priority priority(String... pair) {
        return Priority.of(pair.length == 2 ? Integer.parseInt(pair[1]) : 0)
                .orElseThrow(() -> new IllegalArgumentException("There is no such priority."));
    }

    private ObjectNode details(int number) {
        Actor actor = signedIn.person();
        Command command = commands.find(new CommandId(number))
                .filter(found -> rights.may(actor, Right.SEE, found.point()))
                .orElseThrow(() -> new IllegalArgumentException("There is no command " + number + " any more."));
        return Replies.details(command);
    }

    private ObjectNode agree(int number) {
        return Replies.agreed(tickets.agree(signedIn.person(), number));
    }

    /** What somebody asks wrongly, or may not, is refused with the sentence that says so. */
    private static ObjectNode said(Supplier<ObjectNode> work) {
        try {
            return work.get();
        } catch (IllegalArgumentException | AccessDeniedException refusal) {
            return Replies.refused(String.valueOf(refusal.getMessage()));
        }
    }

    private static String origin() {
        VaadinSession session = VaadinSession.getCurrent();
        String address = session == null ? null : session.getBrowser().getAddress();
        return address == null ? "browser" : "browser at " + address;
    }
}
