package org.bmac.access;

import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The SQL about passwords that are nobody's own: the one that was configured, and those that were shown. */
@Component
class PasswordRows {
    /** How many shown passwords are remembered. */
    static final int MOST_SHOWN = 10;

    private final JdbcClient sql;

    PasswordRows(JdbcClient sql) {
        this.sql = sql;
    }

    Optional<String> configured() {
        return sql.sql("select hash from configured_password")
                .query(String.class)
                .optional();
    }

    void configured(String hash) {
        if (sql.sql("update configured_password set hash = ?").param(hash).update() == 0) {
            sql.sql("insert into configured_password (only_row, hash) values (1, ?)")
                    .param(hash)
                    .update();
        }
    }

    List<String> shown() {
        return sql.sql("select hash from shown_password order by id desc")
                .query((row, _) -> row.getString("hash"))
                .list();
    }

    /** Remembers that this password was shown, and forgets the oldest. */
    void shown(String hash) {
        sql.sql("insert into shown_password (hash) values (?)").param(hash).update();
        sql.sql("delete from shown_password where id not in (select id from shown_password order by id desc limit ?)")
                .param(MOST_SHOWN)
                .update();
    }
}
