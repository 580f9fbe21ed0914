package org.bmac.command;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.bmac.building.Building;
import org.bmac.point.PointId;
import org.bmac.point.Value;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The SQL behind {@link Rules}. */
@Component
class RuleRows {
    private static final String INSERT_GUARD =
            "insert into guard (point_id, place, kind, one_number, other_number, others) values (?, ?, ?, ?, ?, ?)";

    private record Row(
            PointId point,
            Confirmation confirmation,
            @Nullable Double otherwise) {}

    private final JdbcClient sql;

    RuleRows(JdbcClient sql) {
        this.sql = sql;
    }

    Map<PointId, OutputRules> read(Building building) {
        Map<PointId, List<Guard>> guards = new HashMap<>();
        sql.sql("select * from guard order by point_id, place")
                .query((row, _) -> guards.computeIfAbsent(new PointId(row.getInt("point_id")), _ -> new ArrayList<>())
                        .add(guard(row)))
                .list();
        Map<PointId, OutputRules> all = new HashMap<>();
        sql.sql("select * from output_rules")
                .query((row, _) -> new Row(
                        new PointId(row.getInt("point_id")),
                        Confirmation.valueOf(row.getString("confirmation")),
                        row.getObject("otherwise", Double.class)))
                .list()
                .forEach(row -> building.point(row.point)
                        .ifPresent(point -> all.put(
                                row.point,
                                new OutputRules(
                                        row.confirmation,
                                        guards.getOrDefault(row.point, List.of()),
                                        row.otherwise == null ? null : Value.of(point.kind(), row.otherwise)))));
        return all;
    }

    void write(PointId point, OutputRules rules) {
        sql.sql("delete from guard where point_id = ?").param(point.number()).update();
        sql.sql("delete from output_rules where point_id = ?")
                .param(point.number())
                .update();
        Double otherwise = rules.otherwise() == null ? null : rules.otherwise().asNumber();
        sql.sql("insert into output_rules (point_id, confirmation, otherwise) values (?, ?, ?)")
                .params(Arrays.asList(point.number(), rules.confirmation().name(), otherwise))
                .update();
        for (int i = 0; i < rules.guards().size(); i++) {
            List<Object> columns = new ArrayList<>(List.of(point.number(), i));
            columns.addAll(columns(rules.guards().get(i)));
            sql.sql(INSERT_GUARD).params(columns).update();
        }
    }

    private static List<Object> columns(Guard guard) {
        return switch (guard) {
            case Guard.MinimumTimes(Duration on, Duration off) ->
                List.of("times", (double) on.toMillis(), (double) off.toMillis(), "");
            case Guard.SwitchingRate(int times, Duration within) ->
                List.of("rate", (double) times, (double) within.toMillis(), "");
            case Guard.Exclusive(Set<PointId> others) -> List.of("exclusive", 0.0, 0.0, text(others));
            case Guard.Occupancy(boolean occupied) -> List.of("occupancy", occupied ? 1.0 : 0.0, 0.0, "");
            case Guard.Limits(double least, double most) -> List.of("limits", least, most, "");
        };
    }

    private static String text(Set<PointId> points) {
        return new TreeSet<>(points).stream().map(PointId::toString).collect(Collectors.joining(" "));
    }

    private static Guard guard(ResultSet row) throws SQLException {
        double first = row.getDouble("one_number");
        double second = row.getDouble("other_number");
        String kind = Objects.requireNonNull(row.getString("kind"));
        return switch (kind) {
            case "times" -> new Guard.MinimumTimes(Duration.ofMillis((long) first), Duration.ofMillis((long) second));
            case "rate" -> new Guard.SwitchingRate((int) first, Duration.ofMillis((long) second));
            case "exclusive" -> new Guard.Exclusive(points(Objects.requireNonNull(row.getString("others"))));
            case "occupancy" -> new Guard.Occupancy(first > 0);
            case "limits" -> new Guard.Limits(first, second);
            default -> throw new IllegalStateException("there is no guard called " + kind);
        };
    }

    private static Set<PointId> points(String text) {
        return Arrays.stream(text.split(" "))
                .map(number -> new PointId(Integer.parseInt(number)))
                .collect(Collectors.toSet());
    }
}
