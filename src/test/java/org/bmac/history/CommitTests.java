package org.bmac.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What this program builds on: when H2 has returned from a commit, the file holds it, whenever the process is killed. What a
 * kill leaves is the file as it is then, so a copy of it is opened in place of it; the database is to use again soon what has
 * become free in it, as an older one does.
 */
class CommitTests {
    private static final int KILLS = 40;
    private static final int MOST_COMMITS = 7;

    @TempDir
    private Path folder;

    @Test
    void aKillTakesNothingThatWasCommitted() throws SQLException, IOException {
        int committed = 0;
        for (int kill = 0; kill < KILLS; kill++) {
            try (Connection connection = open(kill)) {
                assertThat(rows(connection)).as("after kill %d", kill).isEqualTo(committed);
                for (int i = 0; i < 1 + kill % MOST_COMMITS; i++) {
                    int size = 1 + 37 * (kill + i) % 400;
                    commit(connection, committed, size);
                    committed += size;
                }
                Files.copy(file(kill), file(kill + 1));
            }
        }
    }

    private Path file(int life) {
        return folder.resolve("life-" + life + ".mv.db");
    }

    private Connection open(int life) throws SQLException {
        Connection connection = DriverManager.getConnection(
                "jdbc:h2:file:" + folder + "/life-" + life + ";WRITE_DELAY=0;RETENTION_TIME=0", "sa", "");
        connection
                .createStatement()
                .execute("create table if not exists kept (k int primary key, number double precision)");
        connection.createStatement().execute("create table if not exists latest (k int primary key, number int)");
        connection.setAutoCommit(false);
        return connection;
    }

    private static void commit(Connection connection, int from, int size) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("insert into kept values (?, ?)");
                PreparedStatement merge = connection.prepareStatement("merge into latest key (k) values (?, ?)")) {
            for (int k = from; k < from + size; k++) {
                insert.setInt(1, k);
                insert.setDouble(2, Math.sqrt(k));
                insert.addBatch();
            }
            insert.executeBatch();
            merge.setInt(1, size % 3);
            merge.setInt(2, from);
            merge.executeUpdate();
        }
        connection.commit();
    }

    private static int rows(Connection connection) throws SQLException {
        try (ResultSet count = connection.createStatement().executeQuery("select count(*) from kept")) {
            count.next();
            return count.getInt(1);
        }
    }
}
