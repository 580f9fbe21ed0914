package org.bmac.access;

import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.bmac.MovableClock;
import org.bmac.building.Buildings;
import org.bmac.building.TestBuildings;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The whole room over a database of its own, as after one start of the program, without an application context. */
final class TestAccess {
    final MovableClock clock = new MovableClock();
    final List<Object> events = new ArrayList<>();
    final Passwords passwords = new Passwords();
    final Sessions sessions = new Sessions();
    final UserRows rows;
    final TokenRows tokenRows;
    final Demonstration demonstration;
    final Attempts attempts;
    final SignIn signIn;
    final Users users;
    final Tokens tokens;
    final OwnAccount account;
    final Buildings buildings;
    final Grants grants;
    final Rights rights;

    private final FirstAccounts first;

    /** A folder that nothing has been in yet. */
    static DataSource freshFolder() {
        return TestBuildings.database();
    }

    private TestAccess(
            DataSource folder, AccessSettings settings, Buildings buildings, ApplicationEventPublisher listener) {
        JdbcClient sql = JdbcClient.create(folder);
        TransactionTemplate transactions = new TransactionTemplate(new JdbcTransactionManager(folder));
        rows = new UserRows(sql);
        tokenRows = new TokenRows(sql);
        PasswordRows passwordRows = new PasswordRows(sql);
        PasswordRules rules = new PasswordRules(passwordRows, passwords);
        demonstration = new Demonstration(settings, rows);
        attempts = new Attempts(clock);
        signIn = new SignIn(rows, passwords, attempts, clock);
        users = new Users(rows, tokenRows, passwords, demonstration, sessions, events::add, clock);
        tokens = new Tokens(tokenRows, rows, events::add, clock);
        account = new OwnAccount(signIn, rows, passwords, rules, demonstration, sessions, events::add);
        this.buildings = buildings;
        grants = new Grants(new GrantRows(sql), users, buildings, transactions, event -> {
            events.add(event);
            listener.publishEvent(event);
        });
        rights = new Rights(buildings, grants);
        first = new FirstAccounts(
                demonstration,
                new DemonstrationAccounts(settings, demonstration, rows, passwordRows, passwords, transactions, clock),
                new FirstAdmin(settings, rows, passwordRows, passwords, rules, transactions, clock));
    }

    /** The demonstration, started on this folder. */
    static TestAccess demonstration(DataSource folder, @Nullable String password) {
        return started(folder, true, password);
    }

    /** Started in earnest on this folder. */
    static TestAccess inEarnest(DataSource folder, @Nullable String password) {
        return started(folder, false, password);
    }

    /** In earnest on this folder, with the accounts that are there; the listener hears of grants, too. */
    static TestAccess over(DataSource folder, Buildings buildings, ApplicationEventPublisher listener) {
        return new TestAccess(folder, new AccessSettings(false, new AccessSettings.Admin(null)), buildings, listener);
    }

    private static TestAccess started(DataSource folder, boolean demo, @Nullable String password) {
        TestAccess access = new TestAccess(
                folder,
                new AccessSettings(demo, new AccessSettings.Admin(password)),
                TestBuildings.over(folder, _ -> {}),
                _ -> {});
        access.first.run(new org.springframework.boot.DefaultApplicationArguments());
        return access;
    }

    /** Whether this name and password open the door. */
    boolean opens(String name, String password) {
        try {
            return signIn.person(name, password, "192.0.2.1").enabled();
        } catch (org.springframework.security.authentication.BadCredentialsException _) {
            return false;
        }
    }

    User user(String name) {
        return users.all().stream()
                .filter(user -> user.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    Actor.Person person(String name) {
        User user = user(name);
        return new Actor.Person(user.id(), user.name(), user.role());
    }
}
