package org.bmac.access;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The SQL behind {@link Tokens}. */
@Component
class TokenRows {
    private final JdbcClient sql;

    TokenRows(JdbcClient sql) {
        this.sql = sql;
    }

    List<Token> of(UserId user) {
        return sql.sql("select * from token where user_id = ? order by id desc")
                .param(user.number())
                .query((row, _) -> token(row))
                .list();
    }

    Optional<Token> find(String hash) {
        return sql.sql("select * from token where hash = ?")
                .param(hash)
                .query((row, _) -> token(row))
                .optional();
    }

    void add(Token token, String hash) {
        sql.sql("insert into token (user_id, label, role, hash, made) values (?, ?, ?, ?, ?)")
                .param(token.user().number())
                .param(token.label())
                .param(token.role().name())
                .param(hash)
                .param(UserRows.utc(token.made()))
                .update();
    }

    boolean remove(UserId user, TokenId token) {
        return sql.sql("delete from token where id = ? and user_id = ?")
                        .param(token.number())
                        .param(user.number())
                        .update()
                > 0;
    }

    void removeAllOf(UserId user) {
        sql.sql("delete from token where user_id = ?").param(user.number()).update();
    }

    void used(TokenId token, Instant now) {
        sql.sql("update token set last_used = ? where id = ?")
                .param(UserRows.utc(now))
                .param(token.number())
                .update();
    }

    private static Token token(ResultSet row) throws SQLException {
        return new Token(
                new TokenId(row.getInt("id")),
                new UserId(row.getInt("user_id")),
                row.getString("label"),
                Role.valueOf(row.getString("role")),
                Objects.requireNonNull(UserRows.instant(row, "made")),
                UserRows.instant(row, "last_used"));
    }
}
