package org.bmac.access;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Component;

/** The SQL about users. */
@Component
class UserRows {
    private final JdbcClient sql;

    UserRows(JdbcClient sql) {
        this.sql = sql;
    }

    /** A user together with what the password is measured against. */
    record Locked(User user, String hash) {
        @Override
        public String toString() {
            return "Locked[user=" + user + "]";
        }
    }

    List<User> all() {
        return sql.sql("select * from users order by name")
                .query((row, _) -> user(row))
                .list();
    }

    Optional<User> find(UserId id) {
        return sql.sql("select * from users where id = ?")
                .param(id.number())
                .query((row, _) -> user(row))
                .optional();
    }

    Optional<Locked> named(String name) {
        return sql.sql("select * from users where name = ?")
                .param(name)
                .query((row, _) -> new Locked(user(row), row.getString("hash")))
                .optional();
    }

    boolean anyLasting() {
        return all().stream().anyMatch(user -> user.standing() == Standing.LASTING);
    }

    /** Whether somebody who decides who may do what can sign in. */
    boolean anyAdmin() {
        return all().stream().anyMatch(user -> user.enabled() && user.role() == Role.ADMIN);
    }

    UserId add(String name, Role role, String hash, Standing standing, Instant now) {
        GeneratedKeyHolder key = new GeneratedKeyHolder();
        sql.sql("insert into users (name, role, hash, enabled, standing, made) values (?, ?, ?, true, ?, ?)")
                .param(name)
                .param(role.name())
                .param(hash)
                .param(standing.name())
                .param(utc(now))
                .update(key, "id");
        return new UserId(Objects.requireNonNull(key.getKeyAs(Integer.class)));
    }

    void role(UserId id, Role role) {
        sql.sql("update users set role = ? where id = ?")
                .param(role.name())
                .param(id.number())
                .update();
    }

    void enabled(UserId id, boolean enabled) {
        sql.sql("update users set enabled = ? where id = ?")
                .param(enabled)
                .param(id.number())
                .update();
    }

    void password(UserId id, String hash) {
        sql.sql("update users set hash = ? where id = ?")
                .param(hash)
                .param(id.number())
                .update();
    }

    /** Lets a user in with this role and password. */
    void open(UserId id, Role role, String hash, Standing standing) {
        sql.sql("update users set role = ?, hash = ?, standing = ?, enabled = true where id = ?")
                .param(role.name())
                .param(hash)
                .param(standing.name())
                .param(id.number())
                .update();
    }

    void signedIn(UserId id, Instant now) {
        sql.sql("update users set last_sign_in = ? where id = ?")
                .param(utc(now))
                .param(id.number())
                .update();
    }

    /** Shuts every account of the demonstration for good: no password and no token of it opens anything any more. */
    int shutDemonstration() {
        sql.sql("delete from token where user_id in (select id from users where standing <> ?)")
                .param(Standing.LASTING.name())
                .update();
        return sql.sql("update users set enabled = false, hash = ? where standing <> ? and (enabled or hash <> ?)")
                .param(Passwords.NONE)
                .param(Standing.LASTING.name())
                .param(Passwords.NONE)
                .update();
    }

    private static User user(ResultSet row) throws SQLException {
        return new User(
                new UserId(row.getInt("id")),
                row.getString("name"),
                Role.valueOf(row.getString("role")),
                row.getBoolean("enabled"),
                Standing.valueOf(row.getString("standing")),
                Objects.requireNonNull(instant(row, "made")),
                instant(row, "last_sign_in"));
    }

    static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }

    static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}
