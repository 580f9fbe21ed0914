package org.bmac.command;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.bmac.access.Actor;
import org.bmac.access.Right;
import org.bmac.access.Rights;
import org.bmac.building.Buildings;
import org.bmac.building.Point;
import org.bmac.node.Deliveries;
import org.bmac.point.PointId;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** The store of what engineers have set for outputs: guards, confirmation, and what to do when nothing is held. */
@Component
public class Rules {
    private final RuleRows rows;
    private final Rights rights;
    private final Buildings buildings;
    private final Deliveries deliveries;
    private final TransactionTemplate transactions;
    private final ApplicationEventPublisher events;
    private final Map<PointId, OutputRules> all = new ConcurrentHashMap<>();

    Rules(
            RuleRows rows,
            Rights rights,
            Buildings buildings,
            Deliveries deliveries,
            TransactionTemplate transactions,
            ApplicationEventPublisher events) {
        this.rows = rows;
        this.rights = rights;
        this.buildings = buildings;
        this.deliveries = deliveries;
        this.transactions = transactions;
        this.events = events;
        all.putAll(rows.read(buildings.current()));
    }

    /** The rules of an output; {@link OutputRules#NONE} when nobody has set any. */
    public OutputRules of(PointId point) {
        return all.getOrDefault(point, OutputRules.NONE);
    }

    /**
     * Sets the rules of an output. They count from the next wish on.
     *
     * @param origin the display or browser
     * @throws AccessDeniedException when the actor may not configure it
     * @throws IllegalArgumentException with a sentence when there is no such output, the rules make no sense for it, or it
     *     can never take what it is to do otherwise
     */
    public void change(Actor by, String origin, PointId id, OutputRules rules) {
        change(by, origin, id, null, rules);
    }

    /**
     * The same by somebody who began with these.
     *
     * @param seen what counted when the actor began to think about them; null for whatever counts now
     * @throws IllegalArgumentException as above, and when somebody else has changed them since
     */
    public synchronized void change(
            Actor by, String origin, PointId id, @Nullable OutputRules seen, OutputRules rules) {
        if (!rights.may(by, Right.CONFIGURE, id)) {
            throw new AccessDeniedException("Only an engineer may change what guards an output.");
        }
        Point point = buildings
                .current()
                .point(id)
                .orElseThrow(() -> new IllegalArgumentException("There is no point " + id + "."));
        OutputRules before = of(id);
        if (seen != null && !seen.equals(before)) {
            throw new IllegalArgumentException("Somebody else has changed these rules meanwhile. Open them anew.");
        }
        RuleChecks.objection(point, before, rules, rights.seen(by))
                .or(() -> Optional.ofNullable(rules.otherwise()).flatMap(value -> deliveries.impossible(point, value)))
                .ifPresent(reason -> {
                    throw new IllegalArgumentException(reason);
                });
        transactions.executeWithoutResult(_ -> {
            rows.write(id, rules);
            events.publishEvent(new RulesChanged(by, origin, id, before, rules));
        });
        all.put(id, rules);
    }
}
