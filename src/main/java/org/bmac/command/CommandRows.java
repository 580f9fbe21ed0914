package org.bmac.command;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.bmac.access.Role;
import org.bmac.building.Building;
import org.bmac.node.Transcript;
import org.bmac.point.PointId;
import org.bmac.point.Value;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** The SQL behind {@link Commands}: attempts with their outcomes, and what is held. */
@Component
class CommandRows {
    private static final int LONGEST_SENTENCE = 1_000;

    /** What is written beside a command. */
    sealed interface Change {}

    /** A change of what is held; null empties the slot. */
    record SlotChange(
            PointId point, Priority priority, @Nullable Slot slot) implements Change {}

    /** Whether what rules an output has yet to be brought to it. */
    record Debt(PointId point, boolean owed) implements Change {}

    /** A scene was played, or its outcomes are there. */
    record RunChange(int scene, Run run) implements Change {}

    private final JdbcTemplate sql;

    CommandRows(JdbcTemplate sql) {
        this.sql = sql;
    }

    /** The highest number that a command has; 0 when there is none. */
    long highest() {
        return Optional.ofNullable(sql.queryForObject("select max(id) from command", Long.class))
                .orElse(0L);
    }

    /** Adds these, with their outcomes where they have one. */
    void add(List<Command> commands) {
        sql.batchUpdate(
                "insert into command (id, purpose, point_id, number, priority, lasting, actor, role, allowed_by, origin,"
                        + " with_person, reason, asked_at, outcome, reported, sentence, ended_at)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                commands.stream().map(CommandRows::columns).toList());
    }

    /** Writes the outcomes of these, which are there already. */
    void end(List<Command> commands) {
        sql.batchUpdate(
                "update command set outcome = ?, reported = ?, sentence = ?, ended_at = ? where id = ?",
                commands.stream()
                        .map(command -> {
                            Object[] all = Arrays.copyOf(outcome(command), 5);
                            all[4] = command.id().number();
                            return all;
                        })
                        .toList());
    }

    void write(List<Change> changes) {
        for (Change change : changes) {
            switch (change) {
                case SlotChange slot -> hold(slot);
                case Debt debt -> owe(debt);
                case RunChange run -> played(run.scene(), run.run());
            }
        }
    }

    private void hold(SlotChange change) {
        sql.update(
                "delete from slot where point_id = ? and priority = ?",
                change.point().number(),
                change.priority().number());
        Slot slot = change.slot();
        if (slot != null) {
            sql.update(
                    "insert into slot (point_id, priority, number, actor, reason, held_since, held_until)"
                            + " values (?, ?, ?, ?, ?, ?, ?)",
                    change.point().number(),
                    change.priority().number(),
                    slot.value().asNumber(),
                    slot.actor(),
                    slot.reason(),
                    slot.since().toEpochMilli(),
                    slot.until() == null ? null : slot.until().toEpochMilli());
        }
    }

    private void owe(Debt debt) {
        sql.update("delete from owed where point_id = ?", debt.point().number());
        if (debt.owed()) {
            sql.update("insert into owed (point_id) values (?)", debt.point().number());
        }
    }

    /** Of each scene the newest run is kept. */
    private void played(int scene, Run run) {
        long at = run.at().toEpochMilli();
        sql.update("delete from scene_run where scene_id = ? and at_time <= ?", scene, at);
        Long newer = sql.queryForObject("select count(*) from scene_run where scene_id = ?", Long.class, scene);
        if (newer != null && newer == 0) {
            sql.update(
                    "insert into scene_run (scene_id, at_time, actor, outputs, done, failed) values (?, ?, ?, ?, ?, ?)",
                    scene,
                    at,
                    run.by(),
                    run.outputs(),
                    run.done(),
                    run.failed());
        }
    }

    /** The outputs that what rules them has yet to be brought to. */
    List<PointId> owed() {
        return sql.query("select point_id from owed", (row, _) -> new PointId(row.getInt("point_id")));
    }

    Optional<Command> find(CommandId id, Building building) {
        return sql.query("select * from command where id = ?", (row, _) -> command(row, building), id.number()).stream()
                .flatMap(Optional::stream)
                .findFirst();
    }

    /** Those that have no outcome, in the order in which they were asked. */
    List<Command> open(Building building) {
        return sql
                .query("select * from command where outcome is null order by id", (row, _) -> command(row, building))
                .stream()
                .flatMap(Optional::stream)
                .toList();
    }

    /** Those that were asked of an output in this time, newest first. */
    List<Command> asked(PointId point, Instant from, Instant to, int most, Building building) {
        return ofPoint(
                "asked_at >= ? and asked_at < ?",
                most,
                building,
                point.number(),
                from.toEpochMilli(),
                to.toEpochMilli());
    }

    /** Those that were asked of an output at the priority of an override before this moment, newest first. */
    List<Command> overriding(PointId point, Instant to, int most, Building building) {
        return ofPoint(
                "asked_at < ? and priority <= " + Priority.OPERATOR.number(),
                most,
                building,
                point.number(),
                to.toEpochMilli());
    }

    private List<Command> ofPoint(String condition, int most, Building building, Object... values) {
        return sql
                .query(
                        "select * from command where point_id = ? and " + condition
                                + " order by asked_at desc, id desc fetch first " + most + " rows only",
                        (row, _) -> command(row, building),
                        values)
                .stream()
                .flatMap(Optional::stream)
                .toList();
    }

    /** Forgets what has ended before this moment, but never the last one: from its number on it is counted. */
    void forget(Instant before) {
        sql.update(
                "delete from command where ended_at < ? and id < (select max(id) from command)", before.toEpochMilli());
    }

    /** All that is held for outputs that still exist. */
    Map<PointId, Map<Priority, Slot>> held(Building building) {
        Map<PointId, Map<Priority, Slot>> all = new HashMap<>();
        sql.query("select * from slot", row -> {
            PointId id = new PointId(row.getInt("point_id"));
            Optional<Priority> priority = Priority.of(row.getInt("priority"));
            Value value = value(building, id, row.getDouble("number"));
            if (value != null && priority.isPresent()) {
                all.computeIfAbsent(id, _ -> new EnumMap<>(Priority.class)).put(priority.get(), slot(row, value));
            }
        });
        return all;
    }

    private static Slot slot(ResultSet row, Value value) throws SQLException {
        return new Slot(
                value,
                text(row, "actor"),
                text(row, "reason"),
                Instant.ofEpochMilli(row.getLong("held_since")),
                optional(row, "held_until", Instant::ofEpochMilli));
    }

    private static Object[] columns(Command command) {
        Object[] all = Arrays.copyOf(
                new Object[] {
                    command.id().number(),
                    command.purpose().name(),
                    command.point().number(),
                    command.wanted() == null ? null : command.wanted().asNumber(),
                    command.priority().number(),
                    command.lasting() == null ? null : command.lasting().toMillis(),
                    command.by().name(),
                    command.by().role().name(),
                    command.by().right(),
                    command.by().origin(),
                    command.by().second(),
                    command.reason(),
                    command.at().toEpochMilli()
                },
                17);
        System.arraycopy(outcome(command), 0, all, 13, 4);
        return all;
    }

    private static @Nullable Object[] outcome(Command command) {
        if (!(command.stage() instanceof Stage.Ended ended)) {
            return new Object[4];
        }
        Value reported = reported(ended.outcome());
        return new @Nullable Object[] {
            ended.outcome().code(),
            reported == null || Double.isNaN(reported.asNumber()) ? null : reported.asNumber(),
            Words.start(sentence(ended.outcome()), LONGEST_SENTENCE),
            ended.at().toEpochMilli()
        };
    }

    private static @Nullable Value reported(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Confirmed(Value value) -> value;
            case Outcome.Mismatched(Value value) -> value;
            case Outcome.Refused _, Outcome.Unanswered _, Outcome.Superseded _ -> null;
        };
    }

    private static String sentence(Outcome outcome) {
        return outcome instanceof Outcome.Mismatched(Value.Unreadable(String reason)) ? reason : outcome.sentence();
    }

    /** Empty when its point does not exist any more. */
    private static Optional<Command> command(ResultSet row, Building building) throws SQLException {
        PointId point = new PointId(row.getInt("point_id"));
        Double number = row.getObject("number", Double.class);
        if (building.point(point).isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Command(
                new CommandId(row.getLong("id")),
                Purpose.valueOf(text(row, "purpose")),
                new By(
                        text(row, "actor"),
                        Role.valueOf(text(row, "role")),
                        text(row, "allowed_by"),
                        text(row, "origin"),
                        text(row, "with_person")),
                point,
                number == null ? null : value(building, point, number),
                Priority.of(row.getInt("priority")).orElseThrow(),
                optional(row, "lasting", Duration::ofMillis),
                text(row, "reason"),
                Instant.ofEpochMilli(row.getLong("asked_at")),
                stage(row, building, point)));
    }

    private static Stage stage(ResultSet row, Building building, PointId point) throws SQLException {
        String code = row.getString("outcome");
        if (code == null) {
            return new Stage.Requested();
        }
        Double number = row.getObject("reported", Double.class);
        Value reported = number == null ? null : value(building, point, number);
        String sentence = text(row, "sentence");
        Outcome outcome =
                switch (code) {
                    case "confirmed" -> new Outcome.Confirmed(reported);
                    case "mismatched" ->
                        new Outcome.Mismatched(reported == null ? new Value.Unreadable(sentence) : reported);
                    case "unanswered" -> new Outcome.Unanswered(sentence);
                    case "superseded" -> new Outcome.Superseded(sentence);
                    default -> new Outcome.Refused(sentence);
                };
        return new Stage.Ended(outcome, Instant.ofEpochMilli(row.getLong("ended_at")), Transcript.NONE);
    }

    private static @Nullable Value value(Building building, PointId id, double number) {
        return building.point(id).map(point -> Value.of(point.kind(), number)).orElse(null);
    }

    private static String text(ResultSet row, String column) throws SQLException {
        return Objects.requireNonNullElse(row.getString(column), "");
    }

    private static <T> @Nullable T optional(ResultSet row, String column, Function<Long, T> made) throws SQLException {
        Long number = row.getObject(column, Long.class);
        return number == null ? null : made.apply(number);
    }
}
