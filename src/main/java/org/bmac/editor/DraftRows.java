package org.bmac.editor;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.Optional;
import org.bmac.access.UserId;
import org.bmac.point.Bytes;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The SQL of drafts and of the plans that were loaded up for them. */
@Component
class DraftRows {
    private final JdbcClient sql;
    private final JsonMapper json;
    private final Clock clock;

    DraftRows(JdbcClient sql, JsonMapper json, Clock clock) {
        this.sql = sql;
        this.json = json;
        this.clock = clock;
    }

    Optional<Draft> of(UserId user) {
        return sql.sql("select revision, base, drawing from plan_draft where user_id = ?")
                .param(user.number())
                .query(this::draft)
                .optional();
    }

    private Draft draft(ResultSet row, int index) throws SQLException {
        return new Draft(
                row.getInt("revision"),
                json.readValue(row.getString("base"), Drawing.class),
                json.readValue(row.getString("drawing"), Drawing.class));
    }

    /** The first, if there is none yet. */
    void begin(UserId user, Draft draft) {
        sql.sql("insert into plan_draft (user_id, revision, base, drawing, changed_at) values (?, ?, ?, ?, ?)")
                .param(user.number())
                .param(draft.revision())
                .param(json.writeValueAsString(draft.base()))
                .param(json.writeValueAsString(draft.drawing()))
                .param(now())
                .update();
    }

    /** Whether it was written: not when it has another revision by now. */
    boolean save(UserId user, int revision, Draft next) {
        return sql.sql(
                                "update plan_draft set revision = ?, base = ?, drawing = ?, changed_at = ? where user_id = ? and revision = ?")
                        .param(next.revision())
                        .param(json.writeValueAsString(next.base()))
                        .param(json.writeValueAsString(next.drawing()))
                        .param(now())
                        .param(user.number())
                        .param(revision)
                        .update()
                == 1;
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    void forget(UserId user) {
        sql.sql("delete from plan_draft where user_id = ?").param(user.number()).update();
        sql.sql("delete from plan_picture where user_id = ?")
                .param(user.number())
                .update();
    }

    int addPicture(UserId user, Picture picture) {
        GeneratedKeyHolder key = new GeneratedKeyHolder();
        sql.sql("insert into plan_picture (user_id, media_type, width, height, content) values (?, ?, ?, ?, ?)")
                .param(user.number())
                .param(picture.mediaType())
                .param(picture.width())
                .param(picture.height())
                .param(picture.content().toArray())
                .update(key, "id");
        return Objects.requireNonNull(key.getKeyAs(Integer.class));
    }

    int pictures(UserId user) {
        return sql.sql("select count(*) from plan_picture where user_id = ?")
                .param(user.number())
                .query(Integer.class)
                .single();
    }

    /** A picture that this person has loaded up. */
    Optional<Picture> picture(UserId user, int id) {
        return sql.sql("select media_type, width, height, content from plan_picture where id = ? and user_id = ?")
                .param(id)
                .param(user.number())
                .query((row, _) ->
                        new Picture(row.getString(1), row.getDouble(2), row.getDouble(3), Bytes.wrap(row.getBytes(4))))
                .optional();
    }
}
