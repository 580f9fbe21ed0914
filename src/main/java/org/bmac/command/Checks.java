package org.bmac.command;

import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.bmac.access.Actor;
import org.bmac.access.Right;
import org.bmac.access.Rights;
import org.bmac.building.Point;
import org.bmac.node.Deliveries;
import org.bmac.point.PointId;
import org.bmac.point.Value;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Why a wish is not granted, each in one sentence for people; asked in this order. */
@Component
class Checks {
    private final Rights rights;
    private final Deliveries deliveries;
    private final Tickets tickets;
    private final Rules rules;
    private final Reports reports;
    private final Outputs outputs;

    Checks(Rights rights, Deliveries deliveries, Tickets tickets, Rules rules, Reports reports, Outputs outputs) {
        this.rights = rights;
        this.deliveries = deliveries;
        this.tickets = tickets;
        this.rules = rules;
        this.reports = reports;
        this.outputs = outputs;
    }

    /** Why the actor may not wish that of this point, or has not confirmed it. */
    Optional<String> refusal(Actor actor, Wish wish, Point point) {
        return right(actor, wish.point())
                .or(() -> deliveries.impossible(point, wish.value()))
                .or(() -> priority(actor, wish.point(), wish.priority()))
                .or(() -> time(actor, wish))
                .or(() -> tickets.objection(actor, wish));
    }

    Optional<String> right(Actor actor, PointId point) {
        return rights.may(actor, Right.COMMAND, point)
                ? Optional.empty()
                : Optional.of(actor.name() + " may not command this.");
    }

    /** A person speaks as an operator, what acts by itself at a weaker priority; all others take an engineer. */
    Optional<String> priority(Actor actor, PointId point, Priority priority) {
        boolean own = actor instanceof Actor.Automation
                ? priority.compareTo(Priority.OPERATOR) > 0
                : priority == Priority.OPERATOR;
        return own || rights.may(actor, Right.CONFIGURE, point)
                ? Optional.empty()
                : Optional.of(actor.name() + " may not command at the priority of " + priority.label() + ".");
    }

    private Optional<String> time(Actor actor, Wish wish) {
        if (wish.lasting() == null) {
            return wish.priority().overrides() ? forGood(actor, wish) : Optional.empty();
        }
        if (!wish.lasting().isPositive()) {
            return Optional.of("It has to last for a while.");
        }
        return wish.priority().overrides() && wish.lasting().compareTo(Wish.LONGEST) > 0
                ? Optional.of("An override lasts for 24 h at most, or for good.")
                : Optional.empty();
    }

    private Optional<String> forGood(Actor actor, Wish wish) {
        if (!rights.may(actor, Right.CONFIGURE, wish.point())) {
            return Optional.of("Only an engineer may override for good.");
        }
        return wish.reason().isBlank() ? Optional.of("To override for good needs a reason.") : Optional.empty();
    }

    /** Why the point cannot be given this value now: a guard, a lost node, a lost broker. */
    Optional<String> obstacle(Point point, Value value, Priority priority, Instant now) {
        return situation(point, value, now)
                .objection(rules.of(point.id()), priority)
                .or(() -> deliveries.obstacle(point));
    }

    private Situation situation(Point point, Value value, Instant now) {
        Situation reported = new Situation(
                value,
                reports.isOn(point.id()),
                reports.since(point.id()),
                reports.switched(point.id()),
                othersOn(rules.of(point.id())),
                reports.isOccupied(point, now),
                now);
        UnderWay way = outputs.underWay(point.id());
        Value wanted = way == null ? null : way.command().wanted();
        return way == null || wanted == null
                ? reported
                : reported.switching(isOn(wanted), way.command().at());
    }

    private Set<PointId> othersOn(OutputRules own) {
        Set<PointId> on = new HashSet<>();
        for (Guard guard : own.guards()) {
            if (guard instanceof Guard.Exclusive(Set<PointId> others)) {
                others.stream().filter(this::isOnOrToBe).forEach(on::add);
            }
        }
        return on;
    }

    private boolean isOnOrToBe(PointId point) {
        UnderWay other = outputs.underWay(point);
        Value wanted = other == null ? null : other.command().wanted();
        return Boolean.TRUE.equals(reports.isOn(point)) || isOn(wanted);
    }

    private static boolean isOn(@Nullable Value value) {
        return value != null && value.asNumber() > 0;
    }
}
