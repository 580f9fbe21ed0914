package org.bmac.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.sql.DataSource;
import org.bmac.Visitor;
import org.bmac.audit.TestAudit;
import org.bmac.bench.ManyFans;
import org.bmac.bench.Program;
import org.bmac.building.TestBuildings;
import org.bmac.simulator.SimulatedNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The whole program as a process of its own, killed in mid-command, and started again on what it left. */
class ControlKillIT {
    private static final int FANS = 16;
    private static final JsonMapper JSON = new JsonMapper();

    @TempDir
    private Path folder;

    @Test
    void killedInMidCommandItIsUnansweredTheOverrideIsAsItWasAndTheAuditIsWhole() {
        Path data = folder.resolve("data");
        ManyFans building = ManyFans.writtenTo(data, 1, FANS);
        int fan = building.fans().getFirst();
        JsonNode open;
        JsonNode held;
        try (Program program = start(data);
                SimulatedNode node = building.connect(program.broker()).getFirst()) {
            JsonNode first = command(program, fan, 30, "?wait=10");
            assertThat(first.get("outcome").stringValue()).isEqualTo("confirmed");
            node.silence();
            open = command(program, fan, 70, "");
            await().until(() -> look(program, open).get("stage").stringValue().equals("sent"));
            assertThat(look(program, open).get("outcome").isNull()).isTrue();
            held = overrides(program);
            assertThat(held).hasSize(1);
            program.kill();
        }

        try (Program program = start(data)) {
            assertThat(look(program, open).get("outcome").stringValue()).isEqualTo("unanswered");
            assertThat(look(program, open).get("sentence").stringValue()).contains("program ended");
            assertThat(overrides(program)).isEqualTo(held);
            assertThat(overrides(program).get(0).get("value").intValue()).isEqualTo(70);
            try (SimulatedNode _ = building.connect(program.broker()).getFirst()) {
                JsonNode next = command(program, fan, 20, "?wait=10");
                assertThat(next.get("outcome").stringValue()).isEqualTo("confirmed");
                assertThat(next.get("id").longValue())
                        .isGreaterThan(open.get("id").longValue());
            }
        }
        assertThat(attempts(data))
                .isEqualTo(Map.of(
                        1L, List.of("", "confirmed"), 2L, List.of("", "unanswered"), 3L, List.of("", "confirmed")));
    }

    @Test
    void killedTwiceUnderLoadEveryCommandThatWasAcceptedHasOneOutcome() {
        Path data = folder.resolve("data");
        ManyFans building = ManyFans.writtenTo(data, 1, FANS);
        Queue<Long> accepted = new ConcurrentLinkedQueue<>();
        Queue<String> others = new ConcurrentLinkedQueue<>();
        for (int round = 0; round < 2; round++) {
            int enough = accepted.size() + 150;
            try (Program program = start(data);
                    SimulatedNode _ = building.connect(program.broker()).getFirst();
                    ExecutorService people = Executors.newFixedThreadPool(3)) {
                for (int i = 0; i < 3; i++) {
                    people.execute(() -> askUntilItEnds(program, building.fans(), accepted, others));
                }
                await().atMost(Duration.ofSeconds(60)).until(() -> accepted.size() >= enough || !others.isEmpty());
                program.kill();
            }
        }
        start(data).close();

        assertThat(others).isEmpty();
        assertThat(accepted).doesNotHaveDuplicates();
        Map<Long, List<String>> attempts = attempts(data);
        assertThat(attempts).containsKeys(accepted.toArray(Long[]::new));
        assertThat(attempts.values()).allSatisfy(rows -> {
            assertThat(rows).hasSize(2);
            assertThat(rows.getFirst()).isEmpty();
            assertThat(rows.getLast()).isIn("confirmed", "unanswered", "superseded", "mismatched");
        });
    }

    private static void askUntilItEnds(
            Program program, List<Integer> fans, Queue<Long> accepted, Queue<String> others) {
        SplittableRandom random = new SplittableRandom();
        Visitor admin = admin(program);
        try {
            while (others.isEmpty()) {
                int fan = fans.get(random.nextInt(fans.size()));
                HttpResponse<String> answer =
                        admin.json("/api/v1/points/" + fan + "/commands", "{\"value\":" + random.nextInt(101) + "}");
                switch (answer.statusCode()) {
                    case 200, 202 ->
                        accepted.add(JSON.readTree(answer.body()).get("id").longValue());
                    case 503 -> {} // all sign in at once
                    default -> others.add(answer.body());
                }
            }
        } catch (UncheckedIOException _) {
            // The program is dead.
        }
    }

    private static Program start(Path data) {
        return Program.start(Program.compiled(), data, false);
    }

    private static JsonNode command(Program program, int point, int percent, String wait) {
        return JSON.readTree(admin(program)
                .json("/api/v1/points/" + point + "/commands" + wait, "{\"value\":" + percent + "}")
                .body());
    }

    private static JsonNode look(Program program, JsonNode command) {
        return JSON.readTree(admin(program)
                .get("/api/v1/commands/" + command.get("id").longValue())
                .body());
    }

    private static JsonNode overrides(Program program) {
        return JSON.readTree(admin(program).get("/api/v1/overrides").body());
    }

    private static Visitor admin(Program program) {
        return new Visitor(program.port).named("admin", Program.PASSWORD);
    }

    /** The outcomes in the audit rows of each command, from a chain that is whole. */
    private static Map<Long, List<String>> attempts(Path data) {
        DataSource database = TestBuildings.databaseAt(data);
        try {
            TestAudit audit = new TestAudit(database, TestBuildings.over(database, _ -> {}));
            assertThat(audit.check().isWhole()).isTrue();
            return audit.outcomes();
        } finally {
            TestBuildings.close(database);
        }
    }
}
