package org.bmac.audit;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** The store of the audit. May be called on any thread. */
@Component
public class Audit {
    private static final int PAGE = 1_000;

    private final AuditRows rows;
    private final TransactionTemplate transactions;

    Audit(AuditRows rows, TransactionTemplate transactions) {
        this.rows = rows;
        this.transactions = transactions;
    }

    /**
     * Adds these at the end of the chain, within the transaction of the caller where there is one: then others that add
     * something wait until it ends.
     *
     * @return the number of the first
     */
    public long add(List<Entry> entries) {
        return java.util.Objects.requireNonNull(transactions.execute(_ -> {
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
    public long add(Entry entry) {
        return add(List.of(entry));
    }

    /**
     * The newest rows that fit, newest first.
     *
     * @param below only rows with lower numbers; {@link Long#MAX_VALUE} to begin
     * @param most 1 to 1,000
     */
    public List<Row> find(Filter filter, long below, int most) {
        return rows.find(filter, below, Math.clamp(most, 1, PAGE));
    }

    /** Looks at every row and says whether all is as it was written. */
    public ChainCheck check() {
        AuditRows.Head head = rows.head();
        String hash = Chain.START;
        long number = 0;
        for (List<Row> page = rows.after(0, PAGE); !page.isEmpty(); page = rows.after(number, PAGE)) {
            for (Row row : page) {
                number++;
                hash = Chain.hash(hash, number, row.entry());
                if (row.number() != number || !row.hash().equals(hash)) {
                    return new ChainCheck(number, number);
                }
                if (number == head.number()) {
                    return new ChainCheck(number, hash.equals(head.hash()) ? 0 : number);
                }
            }
        }
        return new ChainCheck(number, number == head.number() ? 0 : number + 1);
    }

    /**
     * Writes the rows that fit as comma-separated values with a header, newest first. No cell begins as a formula does.
     *
     * @throws IOException when {@code to} does
     */
    public void export(Filter filter, Appendable to) throws IOException {
        to.append(Csv.HEADER);
        long below = Long.MAX_VALUE;
        for (List<Row> page = find(filter, below, PAGE); !page.isEmpty(); page = find(filter, below, PAGE)) {
            for (Row row : page) {
                to.append(Csv.line(row));
            }
            below = page.getLast().number();
        }
    }

    /** The row of the attempt that this command was; empty when there is none. */
    Optional<Long> attempt(long command) {
        return rows.attempt(command);
    }
}
