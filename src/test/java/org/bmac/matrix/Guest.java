package org.bmac.matrix;

import java.util.UUID;
import org.bmac.access.Actor;
import org.bmac.access.Grants;
import org.bmac.access.Right;
import org.bmac.access.Role;
import org.bmac.access.User;
import org.bmac.access.Users;

/** Somebody with a role, and grants that lie so to the place that matters. */
record Guest(Role role, Relation relation, Actor.Person person, String password) {
    private static final String ORIGIN = "test";

    static Guest with(Role role, Relation relation, Place place, Users users, Grants grants) {
        Actor.Person admin = person("admin", users);
        String name = "u" + UUID.randomUUID();
        Role first = role == Role.ADMIN ? Role.ENGINEER : role;
        String password = users.add(admin, name, first);
        Actor.Person person = person(name, users);
        grants.set(admin, ORIGIN, person.user(), relation.grants(place, most(first)));
        if (role != first) {
            users.changeRole(admin, person.user(), role);
        }
        return new Guest(role, relation, person(name, users), password);
    }

    static Actor.Person person(String name, Users users) {
        return users.all().stream()
                .filter(user -> user.name().equals(name))
                .map(Guest::person)
                .findFirst()
                .orElseThrow();
    }

    /** Whether the guest has what this role allows, at the place that matters; administrators have it everywhere. */
    boolean may(Role least) {
        return role.holds(least) && (role == Role.ADMIN || relation.holds());
    }

    boolean mayAtAll(Role least) {
        return role.holds(least) && (role == Role.ADMIN || relation.holdsAll());
    }

    boolean seesFloor() {
        return role == Role.ADMIN || relation.touchesFloor();
    }

    private static Actor.Person person(User user) {
        return new Actor.Person(user.id(), user.name(), user.role());
    }

    private static Right most(Role role) {
        return switch (role) {
            case VIEWER -> Right.SEE;
            case OPERATOR -> Right.COMMAND;
            case ENGINEER, ADMIN -> Right.CONFIGURE;
        };
    }

    @Override
    public String toString() {
        return role.code() + " "
                + relation.name().toLowerCase(java.util.Locale.ROOT).replace('_', ' ');
    }
}
