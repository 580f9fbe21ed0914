package org.bmac.access;

import java.util.Set;
import javax.sql.DataSource;
import org.bmac.building.Buildings;

/** Accounts and their rights for tests of other rooms, without an application context. */
public final class TestAccounts {
    private final TestAccess access;
    private final Actor.Person admin;

    /** With nobody but an administrator. */
    public TestAccounts(DataSource database, Buildings buildings) {
        access = TestAccess.over(database, buildings, _ -> {});
        access.rows.add("admin", Role.ADMIN, "no password", Standing.LASTING, access.clock.instant());
        admin = access.person("admin");
    }

    public Users users() {
        return access.users;
    }

    public Rights rights() {
        return access.rights;
    }

    /** Somebody new, with these grants; without any it is the role alone that counts. */
    public Actor.Person add(String name, Role role, Grant... grants) {
        access.users.add(admin, name, role);
        Actor.Person person = access.person(name);
        access.grants.set(admin, "test", person.user(), Set.of(grants));
        return person;
    }

    /** The administrator. */
    public Actor.Person admin() {
        return admin;
    }

    public void disable(Actor.Person person) {
        access.users.disable(admin, person.user());
    }
}
