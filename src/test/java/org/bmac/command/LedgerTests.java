package org.bmac.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.bmac.building.TestBuildings;
import org.bmac.point.PointId;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Whoever listens may fail as they like: what comes after is written down and told nevertheless. */
class LedgerTests {
    private final DataSource database = TestBuildings.database();

    @Test
    void anErrorOfAListenerDoesNotEndTheThread() throws InterruptedException {
        Ledger ledger = new Ledger(
                new CommandRows(new JdbcTemplate(database)),
                new TransactionTemplate(new JdbcTransactionManager(database)),
                _ -> {
                    throw new StackOverflowError("the test's own");
                });
        ledger.start();
        CompletableFuture<Boolean> after = new CompletableFuture<>();
        ledger.note(new CommandRows.Debt(new PointId(1), true));
        ledger.then(() -> {
            throw new AssertionError("the test's own");
        });

        ledger.then(() -> after.complete(true));

        assertThat(after.orTimeout(30, TimeUnit.SECONDS).join()).isTrue();
        assertThat(new CommandRows(new JdbcTemplate(database)).owed()).isEqualTo(List.of());
        ledger.close();
    }
}
