package org.bmac.history;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.h2.engine.SessionLocal;
import org.h2.jdbc.JdbcConnection;
import org.h2.mvstore.MVStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Lets the file of H2 shrink when rows have gone, a little at a time. H2 would do that by itself, but only where it may write
 * later than it commits (WRITE_DELAY), which it may not here. Other databases are left alone.
 */
@Component
class Compaction {
    private static final Logger LOG = LoggerFactory.getLogger(Compaction.class);

    /** Per cent of a chunk of the file that are in use; what has less is written anew. */
    private static final int FILLED = 80;

    private static final int BYTES = 4 << 20;

    private final DataSource database;

    Compaction(DataSource database) {
        this.database = database;
    }

    /** One small step; commits take the freed space, and cut off what is free at the end, when it has been free for a while. */
    @Scheduled(initialDelay = 60_000, fixedDelay = 5_000, scheduler = HistoryConfiguration.KEEPING)
    void step() {
        try (Connection connection = database.getConnection()) {
            if (connection.isWrapperFor(JdbcConnection.class)
                    && connection.unwrap(JdbcConnection.class).getSession() instanceof SessionLocal session) {
                compact(session.getDatabase().getStore().getMvStore());
            }
        } catch (SQLException | RuntimeException e) {
            LOG.warn("The database file could not be compacted now: {}", e.getMessage());
        }
    }

    private static void compact(MVStore store) {
        if (store.getFileStore() != null && !store.isReadOnly()) {
            store.compact(FILLED, BYTES);
        }
    }
}
