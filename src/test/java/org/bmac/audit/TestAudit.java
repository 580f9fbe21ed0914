package org.bmac.audit;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.bmac.access.TestRights;
import org.bmac.building.Buildings;
import org.bmac.command.CommandsKept;
import org.bmac.command.RequestKept;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The real audit outside an application context. */
public final class TestAudit {
    private final Audit audit;
    private final CommandWitness witness;
    private final RequestWitness requests;

    public TestAudit(DataSource database, Buildings buildings) {
        this(database, buildings, Clock.systemUTC());
    }

    public TestAudit(DataSource database, Buildings buildings, Clock clock) {
        audit = new Audit(
                new AuditRows(new JdbcTemplate(database)),
                TestRights.over(database, buildings),
                buildings,
                new TransactionTemplate(new JdbcTransactionManager(database)));
        witness = new CommandWitness(audit, buildings);
        requests = new RequestWitness(audit, buildings, clock);
    }

    Audit audit() {
        return audit;
    }

    /** The newest thousand rows, oldest first. */
    public List<Row> rows() {
        return page(Long.MAX_VALUE).reversed();
    }

    /** A look at the whole chain. */
    public ChainCheck check() {
        return audit.check(_ -> {});
    }

    /** The outcomes in the rows of each command, oldest first; the row of an attempt has an empty one. */
    public Map<Long, List<String>> outcomes() {
        Map<Long, List<String>> outcomes = new TreeMap<>();
        long below = Long.MAX_VALUE;
        for (List<Row> page = page(below); !page.isEmpty(); page = page(below)) {
            for (Row row : page) {
                Long command = row.entry().command();
                if (command != null) {
                    outcomes.computeIfAbsent(command, _ -> new ArrayList<>())
                            .addFirst(row.entry().outcome());
                }
            }
            below = page.getLast().number();
        }
        return outcomes;
    }

    private List<Row> page(long below) {
        return audit.find(Sight.ALL, Filter.ALL, below, 1_000);
    }

    /** What the application context would do with events. */
    public void on(Object event) {
        if (event instanceof CommandsKept kept) {
            witness.on(kept);
        } else if (event instanceof RequestKept kept) {
            requests.on(kept);
        }
    }
}
