package org.bmac.access;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.bmac.building.Buildings;
import org.bmac.building.FloorId;
import org.bmac.building.ZoneId;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The store of where each user may do what. A user without any grant may do everywhere what the role allows; one with
 * grants only there what they say. Reading costs a map access. May be called on any thread.
 */
@Component
public class Grants {
    /** The most grants of one user. */
    public static final int MOST = 500;

    private final GrantRows rows;
    private final Users users;
    private final Buildings buildings;
    private final TransactionTemplate transactions;
    private final ApplicationEventPublisher events;
    private volatile Map<UserId, Held> all;

    private record Held(Set<Grant> grants, Map<Right, Reach> reaches) {
        static Held of(Set<Grant> grants) {
            Map<Right, Reach> reaches = new EnumMap<>(Right.class);
            for (Right right : Right.values()) {
                reaches.put(
                        right,
                        Reach.of(grants.stream()
                                .filter(grant -> grant.what().compareTo(right) >= 0)
                                .map(Grant::where)
                                .toList()));
            }
            return new Held(Set.copyOf(grants), reaches);
        }
    }

    Grants(
            GrantRows rows,
            Users users,
            Buildings buildings,
            TransactionTemplate transactions,
            ApplicationEventPublisher events) {
        this.rows = rows;
        this.users = users;
        this.buildings = buildings;
        this.transactions = transactions;
        this.events = events;
        this.all = rows.all().entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, each -> Held.of(each.getValue())));
    }

    /** What was granted to a user; empty when nothing says where. */
    public Set<Grant> of(UserId user) {
        Held held = all.get(user);
        return held == null ? Set.of() : held.grants();
    }

    /** How far the user's grants go for this right, whatever the role; everywhere when there are none. */
    Reach reach(UserId user, Right right) {
        Held held = all.get(user);
        return held == null ? Reach.EVERYWHERE : held.reaches().getOrDefault(right, Reach.NOWHERE);
    }

    /**
     * Says anew where a user may do what. It counts at once: what the user is shown begins anew.
     *
     * @param origin the display or browser
     * @param grants none for everywhere what the role allows
     * @throws IllegalArgumentException with a sentence when it cannot be
     * @throws org.springframework.security.access.AccessDeniedException when the actor is no administrator
     */
    public synchronized void set(Actor by, String origin, UserId id, Set<Grant> grants) {
        User user = users.changeable(by, id);
        check(user, grants);
        Set<Grant> before = of(id);
        if (before.equals(grants)) {
            return;
        }
        transactions.executeWithoutResult(_ -> {
            rows.replace(id, grants);
            events.publishEvent(new GrantsChanged(by, origin, user, before, grants));
        });
        Map<UserId, Held> changed = new HashMap<>(all);
        if (grants.isEmpty()) {
            changed.remove(id);
        } else {
            changed.put(id, Held.of(grants));
        }
        all = Map.copyOf(changed);
        events.publishEvent(new AccessChanged(id, by, AccessChanged.How.GRANTS));
    }

    private void check(User user, Set<Grant> grants) {
        if (!grants.isEmpty() && user.role() == Role.ADMIN) {
            throw new IllegalArgumentException("An administrator may do everything everywhere.");
        }
        if (grants.size() > MOST) {
            throw new IllegalArgumentException(
                    "That are " + grants.size() + " places; " + MOST + " is the most. Choose whole floors.");
        }
        grants.forEach(grant -> check(grant.where()));
    }

    private void check(Where where) {
        boolean exists =
                switch (where) {
                    case Where.Everywhere _ -> true;
                    case Where.OnFloor(FloorId floor) ->
                        buildings.current().floor(floor).isPresent();
                    case Where.InZone(ZoneId zone) ->
                        buildings.current().zone(zone).isPresent();
                };
        if (!exists) {
            throw new IllegalArgumentException("There is no such place any more. Open this anew.");
        }
    }
}
