package org.bmac.shell;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.bmac.point.Unstartable;
import org.flywaydb.core.api.callback.Callback;
import org.flywaydb.core.api.callback.Context;
import org.flywaydb.core.api.callback.Event;
import org.h2.engine.Constants;
import org.h2.jdbc.JdbcConnection;
import org.springframework.stereotype.Component;

/**
 * Refuses a database file that a later H2 has made. This one may read it wrongly, and then tidies up for ever when it is to
 * close; so the file is let go of at once, as it was.
 */
@Component
class NewerFile implements Callback {
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
    public boolean supports(Event event, Context context) {
        return event == Event.BEFORE_MIGRATE;
    }

    @Override
    public boolean canHandleInTransaction(Event event, Context context) {
        return true;
    }

    @Override
    public void handle(Event event, Context context) {
        Connection connection = context.getConnection();
        try {
            if (!connection.isWrapperFor(JdbcConnection.class)) {
                return;
            }
            try (Statement statement = connection.createStatement()) {
                int made = made(statement);
                if (made > own) {
                    statement.execute("shutdown immediately");
                    throw new Unstartable("The database in the data folder was made by a later H2 (build " + made
                            + ") than this BMaC has (build " + own
                            + "); start the BMaC that made it, or choose another folder with BMAC_DATA.");
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static int made(Statement statement) throws SQLException {
        try (ResultSet row = statement.executeQuery(BUILD)) {
            return row.next() ? Integer.parseInt(row.getString(1)) : 0;
        }
    }

    @Override
    public String getCallbackName() {
        return "a file of a later H2";
    }
}
