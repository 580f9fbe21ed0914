package org.bmac.access;

import java.time.Clock;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Makes the accounts of the demonstration: one of each role, called like it, all with one password. */
@Component
class DemonstrationAccounts {
    private static final Logger LOG = LoggerFactory.getLogger(DemonstrationAccounts.class);

    private final AccessSettings settings;
    private final Demonstration demonstration;
    private final UserRows users;
    private final PasswordRows rows;
    private final Passwords passwords;
    private final TransactionTemplate transactions;
    private final Clock clock;

    DemonstrationAccounts(
            AccessSettings settings,
            Demonstration demonstration,
            UserRows users,
            PasswordRows rows,
            Passwords passwords,
            TransactionTemplate transactions,
            Clock clock) {
        this.settings = settings;
        this.demonstration = demonstration;
        this.users = users;
        this.rows = rows;
        this.passwords = passwords;
        this.transactions = transactions;
        this.clock = clock;
    }

    void open() {
        String password = Optional.ofNullable(settings.admin().password()).orElseGet(passwords::invent);
        String hash = passwords.hash(password);
        transactions.executeWithoutResult(_ -> {
            rows.shown(hash);
            Stream.of(Role.values()).forEach(role -> open(role, hash));
        });
        demonstration.show(Stream.of(Role.values()).map(Role::code).toList(), password);
        LOG.info(Frame.around(
                "This is the demonstration. Sign in as",
                "    viewer, operator, engineer or admin",
                "with the password",
                "    " + password,
                "which the sign-in page shows too."));
    }

    private void open(Role role, String hash) {
        UserId id = users.named(role.code())
                .map(locked -> locked.user().id())
                .orElseGet(() -> users.add(role.code(), role, hash, Standing.SHOWN, clock.instant()));
        users.open(id, role, hash, Standing.SHOWN);
    }
}
