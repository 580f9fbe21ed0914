package org.bmac.shell;

import com.zaxxer.hikari.SQLExceptionOverride;
import java.sql.SQLException;
import java.util.Set;

/**
 * Says of which connections the pool must let go: those to an H2 database that has closed itself because its disk failed.
 * Opened anew, they open it again. The numbers are those of H2's ErrorCode.
 */
public final class DeadConnections implements SQLExceptionOverride {
    private static final int OBJECT_CLOSED = 90_007;
    private static final int CONNECTION_BROKEN = 90_067;
    private static final int DATABASE_IS_CLOSED = 90_098;
    private static final int DATABASE_CALLED_AT_SHUTDOWN = 90_121;
    private static final Set<Integer> DEAD =
            Set.of(OBJECT_CLOSED, CONNECTION_BROKEN, DATABASE_IS_CLOSED, DATABASE_CALLED_AT_SHUTDOWN);

    @java.lang.Override
    public Override adjudicate(SQLException failure) {
        return DEAD.contains(failure.getErrorCode()) ? Override.MUST_EVICT : Override.CONTINUE_EVICT;
    }
}
