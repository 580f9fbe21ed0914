package org.bmac.access;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.bmac.building.FloorId;
import org.bmac.building.ZoneId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The SQL about grants. */
@Component
class GrantRows {
    private final JdbcClient sql;

    GrantRows(JdbcClient sql) {
        this.sql = sql;
    }

    Map<UserId, Set<Grant>> all() {
        Map<UserId, Set<Grant>> found = new HashMap<>();
        sql.sql("select user_id, what, floor_id, zone_id from user_grant order by id")
                .query((ResultSet row) -> {
                    UserId user = new UserId(row.getInt("user_id"));
                    found.computeIfAbsent(user, _ -> new HashSet<>()).add(grant(row));
                });
        return found;
    }

    void replace(UserId user, Set<Grant> grants) {
        sql.sql("delete from user_grant where user_id = ?").param(user.number()).update();
        for (Grant grant : grants) {
            sql.sql("insert into user_grant (user_id, what, floor_id, zone_id) values (?, ?, ?, ?)")
                    .param(user.number())
                    .param(grant.what().name())
                    .param(floor(grant.where()))
                    .param(zone(grant.where()))
                    .update();
        }
    }

    private static Grant grant(ResultSet row) throws SQLException {
        Integer floor = row.getObject("floor_id", Integer.class);
        Integer zone = row.getObject("zone_id", Integer.class);
        Where where = zone != null
                ? new Where.InZone(new ZoneId(zone))
                : floor != null ? new Where.OnFloor(new FloorId(floor)) : new Where.Everywhere();
        return new Grant(Right.valueOf(row.getString("what")), where);
    }

    private static @Nullable Integer floor(Where where) {
        return switch (where) {
            case Where.OnFloor(FloorId floor) -> floor.number();
            case Where.InZone _, Where.Everywhere _ -> null;
        };
    }

    private static @Nullable Integer zone(Where where) {
        return switch (where) {
            case Where.InZone(ZoneId zone) -> zone.number();
            case Where.OnFloor _, Where.Everywhere _ -> null;
        };
    }
}
