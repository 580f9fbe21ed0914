package org.bmac.shell;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.bmac.point.Unstartable;
import org.flywaydb.core.Flyway;
import org.h2.engine.Constants;
import org.h2.jdbc.JdbcConnection;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.stereotype.Component;

/**
 * Migrates the database, unless a later H2 has made it. This one may read such a file wrongly, and then tidies up for ever when
 * it is to close; so the file is let go of at once.
 */
@Component
class NewerFile implements FlywayMigrationStrategy {
    private static final String BUILD =
            "select setting_value from information_schema.settings where setting_name = 'CREATE_BUILD'";

    private final int own;

    NewerFile() {
        this(Constants.BUILD_ID);
    }

    NewerFile(int own) {
        this.own = own;
    }

    @Override
    public void migrate(Flyway flyway) {
        try (Connection connection = flyway.getConfiguration().getDataSource().getConnection()) {
            if (connection.isWrapperFor(JdbcConnection.class)) {
                check(connection.unwrap(JdbcConnection.class));
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        flyway.migrate();
    }

    private void check(JdbcConnection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            int made = made(statement);
            if (made > own) {
                statement.execute("shutdown immediately");
                throw new Unstartable("The database in the data folder was made by a later H2 (build " + made
                        + ") than this BMaC has (build " + own
                        + "); start the BMaC that made it, or choose another folder with BMAC_DATA.");
            }
        }
    }

    private static int made(Statement statement) throws SQLException {
        try (ResultSet row = statement.executeQuery(BUILD)) {
            return row.next() ? Integer.parseInt(row.getString(1)) : 0;
        }
    }
}
