package org.bmac.audit;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.function.DoubleConsumer;
import org.bmac.access.Actor;
import org.bmac.access.Rights;
import org.bmac.access.Role;
import org.bmac.building.Buildings;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The store of the audit. Rows are added by this room only; others read it, each as much of it as they may. May be called on
 * any thread.
 */
@Component
public class Audit {
    private static final int PAGE = 1_000;

    private final AuditRows rows;
    private final Rights rights;
    private final Buildings buildings;
    private final TransactionTemplate transactions;
    private final Semaphore checking = new Semaphore(1);

    Audit(AuditRows rows, Rights rights, Buildings buildings, TransactionTemplate transactions) {
        this.rows = rows;
        this.rights = rights;
        this.buildings = buildings;
        this.transactions = transactions;
    }

    /**
     * Adds these at the end of the chain, within the transaction of the caller where there is one: then others that add
     * something wait until it ends.
     *
     * @return the number of the first
     */
    long add(List<Entry> entries) {
        return Objects.requireNonNull(transactions.execute(_ -> {
            AuditRows.Head head = rows.lock();
            List<Row> added = new ArrayList<>(entries.size());
            String hash = head.hash();
            long number = head.number();
            for (Entry entry : entries) {
                number++;
                hash = Chain.hash(hash, number, entry);
                added.add(new Row(number, entry, hash));
            }
            rows.add(added);
            return head.number() + 1;
        }));
    }

    /** Adds this; as above. */
    long add(Entry entry) {
        return add(List.of(entry));
    }

    /**
     * The newest rows that fit and that the actor may read, newest first.
     *
     * @param below only rows with lower numbers; {@link Long#MAX_VALUE} to begin
     * @param most 1 to 1,000
     * @throws AccessDeniedException when the actor may read none at all
     */
    public List<Row> find(Actor by, Filter filter, long below, int most) {
        return find(sight(by), filter, below, most);
    }

    /**
     * Writes the rows that fit and that the actor may read as comma-separated values with a header, newest first; page by
     * page. No cell begins as a formula does.
     *
     * @throws IOException when {@code to} does
     * @throws AccessDeniedException when the actor may read none at all
     */
    public void export(Actor by, Filter filter, Appendable to) throws IOException {
        Sight sight = sight(by);
        to.append(Csv.HEADER);
        long below = Long.MAX_VALUE;
        for (List<Row> page = find(sight, filter, below, PAGE);
                !page.isEmpty();
                page = find(sight, filter, below, PAGE)) {
            for (Row row : page) {
                to.append(Csv.line(row));
            }
            below = page.getLast().number();
        }
    }

    /**
     * Looks at every row and says whether all is as it was written. That takes a while; one at a time.
     *
     * @param progress is told again and again how much has been looked at, 0 to 1
     * @throws AccessDeniedException when the actor is no engineer
     * @throws IllegalArgumentException with a sentence when somebody else is having it checked
     */
    public ChainCheck check(Actor by, DoubleConsumer progress) {
        if (!by.may(Role.ENGINEER)) {
            throw new AccessDeniedException("Only an engineer may have the chain checked.");
        }
        if (!checking.tryAcquire()) {
            throw new IllegalArgumentException("The chain is being checked for somebody else. Try again in a while.");
        }
        try {
            return check(progress);
        } finally {
            checking.release();
        }
    }

    private Sight sight(Actor by) {
        return Sight.of(by, rights, buildings.current());
    }

    List<Row> find(Sight sight, Filter filter, long below, int most) {
        return rows.find(sight, filter, below, Math.clamp(most, 1, PAGE)).stream()
                .map(sight::shown)
                .toList();
    }

    ChainCheck check(DoubleConsumer progress) {
        AuditRows.Head head = rows.head();
        String hash = Chain.START;
        long number = 0;
        while (number < head.number()) {
            List<Row> page = rows.after(number, (int) Math.min(PAGE, head.number() - number));
            if (page.isEmpty()) {
                return ChainCheck.missing(number + 1, head.number());
            }
            for (Row row : page) {
                number++;
                hash = Chain.hash(hash, number, row.entry());
                if (row.number() != number) {
                    return ChainCheck.missing(number, head.number());
                }
                if (!row.hash().equals(hash)) {
                    return ChainCheck.changed(number);
                }
            }
            progress.accept(number / (double) head.number());
        }
        return hash.equals(head.hash()) ? ChainCheck.whole(number) : ChainCheck.replaced(number);
    }

    /** The row of the attempt that this command was; empty when there is none. */
    Optional<Long> attempt(long command) {
        return rows.attempt(command);
    }
}
