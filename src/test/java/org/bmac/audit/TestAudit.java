package org.bmac.audit;

import javax.sql.DataSource;
import org.bmac.building.Buildings;
import org.bmac.command.CommandsKept;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The real audit outside an application context. */
public final class TestAudit {
    private final Audit audit;
    private final CommandWitness witness;

    public TestAudit(DataSource database, Buildings buildings) {
        audit = new Audit(
                new AuditRows(new JdbcTemplate(database)),
                new TransactionTemplate(new JdbcTransactionManager(database)));
        witness = new CommandWitness(audit, buildings);
    }

    public Audit audit() {
        return audit;
    }

    /** What the application context would do with events. */
    public void on(Object event) {
        if (event instanceof CommandsKept kept) {
            witness.on(kept);
        }
    }
}
