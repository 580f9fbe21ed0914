package org.bmac.access;

import java.time.Clock;
import org.bmac.point.Unstartable;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Makes the user {@code admin} where there is no administrator, with the configured password or one that is printed, and
 * gives it the configured password whenever that is another than at the last time.
 */
@Component
class FirstAdmin {
    static final String NAME = "admin";

    private static final Logger LOG = LoggerFactory.getLogger(FirstAdmin.class);
    private static final String KEY = "bmac.admin.password (BMAC_ADMIN_PASSWORD)";

    private final AccessSettings settings;
    private final UserRows users;
    private final PasswordRows rows;
    private final Passwords passwords;
    private final PasswordRules rules;
    private final TransactionTemplate transactions;
    private final Clock clock;

    FirstAdmin(
            AccessSettings settings,
            UserRows users,
            PasswordRows rows,
            Passwords passwords,
            PasswordRules rules,
            TransactionTemplate transactions,
            Clock clock) {
        this.settings = settings;
        this.users = users;
        this.rows = rows;
        this.passwords = passwords;
        this.rules = rules;
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * Leaves somebody who can sign in as administrator.
     *
     * @throws Unstartable when the configured password is one that nobody should have
     */
    void ensure() {
        String configured = settings.admin().password();
        if (configured != null && !known(configured)) {
            takeOver(configured);
        } else if (!users.anyAdmin()) {
            printOne();
        }
    }

    private boolean known(String configured) {
        return rows.configured()
                .filter(hash -> passwords.fits(configured, hash))
                .isPresent();
    }

    private void takeOver(String configured) {
        try {
            rules.check(KEY, configured, NAME);
        } catch (IllegalArgumentException e) {
            throw new Unstartable(String.valueOf(e.getMessage()));
        }
        String hash = passwords.hash(configured);
        give(hash, hash);
        LOG.info("The password of the user {} is now the configured one, {}.", NAME, KEY);
    }

    private void printOne() {
        String password = passwords.invent();
        give(passwords.hash(password), null);
        LOG.info(Frame.around(
                "Nobody can sign in as administrator yet. Sign in as",
                "    " + NAME,
                "with the password",
                "    " + password,
                "It is not printed again: change it on the account page."));
    }

    private void give(String hash, @Nullable String configured) {
        transactions.executeWithoutResult(_ -> {
            UserId id = users.named(NAME)
                    .map(locked -> locked.user().id())
                    .orElseGet(() -> users.add(NAME, Role.ADMIN, hash, Standing.LASTING, clock.instant()));
            users.open(id, Role.ADMIN, hash, Standing.LASTING);
            if (configured != null) {
                rows.configured(configured);
            }
        });
    }
}
