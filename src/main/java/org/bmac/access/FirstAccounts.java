package org.bmac.access;

import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Sees to it, at each start, that somebody can come in: with the demonstration's accounts, or else as an administrator.
 * Runs when the port is open, so that a start that fails before has not printed a password that is then lost.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class FirstAccounts implements ApplicationRunner {
    private final Demonstration demonstration;
    private final DemonstrationAccounts accounts;
    private final FirstAdmin admin;

    FirstAccounts(Demonstration demonstration, DemonstrationAccounts accounts, FirstAdmin admin) {
        this.demonstration = demonstration;
        this.accounts = accounts;
        this.admin = admin;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        if (demonstration.running()) {
            accounts.open();
        } else {
            admin.ensure();
        }
    }
}
