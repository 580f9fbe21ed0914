package org.bmac.command;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.bmac.building.Building;
import org.bmac.building.Buildings;
import org.bmac.point.PointId;
import org.bmac.point.Value;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Component;

/** The SQL behind {@link Scenes}. */
@Component
class SceneRows {
    private record Row(int id, String name, Duration lasting) {}

    private final JdbcClient sql;
    private final Buildings buildings;

    SceneRows(JdbcClient sql, Buildings buildings) {
        this.sql = sql;
        this.buildings = buildings;
    }

    List<Scene> all() {
        List<Row> rows = sql.sql("select * from scene order by name")
                .query((row, _) -> new Row(
                        row.getInt("id"),
                        Objects.requireNonNull(row.getString("name")),
                        Duration.ofMillis(row.getLong("lasting"))))
                .list();
        return rows.stream().flatMap(row -> scene(row).stream()).toList();
    }

    Optional<Scene> find(int id) {
        return all().stream().filter(scene -> scene.id() == id).findFirst();
    }

    Scene add(Scene scene) {
        GeneratedKeyHolder key = new GeneratedKeyHolder();
        sql.sql("insert into scene (name, lasting) values (?, ?)")
                .params(scene.name(), scene.lasting().toMillis())
                .update(key, "id");
        int id = Objects.requireNonNull(key.getKey()).intValue();
        return values(new Scene(id, scene.name(), scene.values(), scene.lasting()));
    }

    Scene replace(Scene scene) {
        sql.sql("update scene set name = ?, lasting = ? where id = ?")
                .params(scene.name(), scene.lasting().toMillis(), scene.id())
                .update();
        sql.sql("delete from scene_value where scene_id = ?").param(scene.id()).update();
        return values(scene);
    }

    void remove(int id) {
        sql.sql("delete from scene_value where scene_id = ?").param(id).update();
        sql.sql("delete from scene where id = ?").param(id).update();
        sql.sql("delete from scene_run where scene_id = ?").param(id).update();
    }

    /** The newest run of each scene that has been played. */
    Map<Integer, Run> runs() {
        Map<Integer, Run> runs = new HashMap<>();
        sql.sql("select * from scene_run").query((RowCallbackHandler) row -> runs.put(
                row.getInt("scene_id"),
                new Run(
                        Instant.ofEpochMilli(row.getLong("at_time")),
                        Objects.requireNonNull(row.getString("actor")),
                        row.getInt("outputs"),
                        row.getInt("done"),
                        row.getInt("failed"))));
        return runs;
    }

    private Scene values(Scene scene) {
        scene.values().forEach((point, value) -> sql.sql(
                        "insert into scene_value (scene_id, point_id, number) values (?, ?, ?)")
                .params(scene.id(), point.number(), value.asNumber())
                .update());
        return scene;
    }

    /** Without the outputs that do not exist any more; empty when none is left. */
    private Optional<Scene> scene(Row row) {
        Building building = buildings.current();
        Map<PointId, Value> values = new HashMap<>();
        sql.sql("select * from scene_value where scene_id = ?").param(row.id()).query(found -> {
            PointId id = new PointId(found.getInt("point_id"));
            double number = found.getDouble("number");
            building.point(id).ifPresent(point -> values.put(id, Value.of(point.kind(), number)));
        });
        return values.isEmpty()
                ? Optional.empty()
                : Optional.of(new Scene(row.id(), row.name(), values, row.lasting()));
    }
}
