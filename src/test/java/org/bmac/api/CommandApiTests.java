package org.bmac.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.bmac.ServerTest;
import org.bmac.Visitor;
import org.bmac.access.Actor;
import org.bmac.access.Grant;
import org.bmac.access.Grants;
import org.bmac.access.Right;
import org.bmac.access.Role;
import org.bmac.access.UserId;
import org.bmac.access.Users;
import org.bmac.access.Where;
import org.bmac.building.Buildings;
import org.bmac.building.Dialect;
import org.bmac.building.FloorId;
import org.bmac.building.Node;
import org.bmac.building.Point;
import org.bmac.building.TestBuildings;
import org.bmac.command.Confirmation;
import org.bmac.command.OutputRules;
import org.bmac.command.Rules;
import org.bmac.point.Kind;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What programs ask of outputs, over real HTTP. The nodes do not answer. */
@ServerTest
class CommandApiTests {
    private final Buildings buildings;
    private final Users users;
    private final Grants grants;
    private final Rules rules;
    private final JdbcTemplate sql;
    private final JsonMapper json;
    private final int port;

    @Autowired
    CommandApiTests(
            Buildings buildings,
            Users users,
            Grants grants,
            Rules rules,
            JsonMapper json,
            JdbcTemplate sql,
            @LocalServerPort int port) {
        this.grants = grants;
        this.sql = sql;
        this.buildings = buildings;
        this.users = users;
        this.rules = rules;
        this.json = json;
        this.port = port;
    }

    @Test
    void aWishIsAcceptedAndItsCommandHasAnAddress() {
        Point fan = fan();

        HttpResponse<String> answer = admin().json(path(fan), "{\"value\":60,\"reason\":\"stuffy\"}");

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
        String address = answer.headers().firstValue("Location").orElseThrow();
        JsonNode command = json.readTree(admin().get(address).body());
        assertThat(command.get("point").intValue()).isEqualTo(fan.id().number());
        assertThat(command.get("wanted").intValue()).isEqualTo(60);
        assertThat(command.get("by").stringValue()).isEqualTo("admin");
        assertThat(command.get("reason").stringValue()).isEqualTo("stuffy");
        assertThat(command.get("outcome").isNull()).isTrue();
    }

    @Test
    void whoWaitsGetsTheCommandAsItIsWhenTheTimeIsOver() {
        Point fan = fan();

        HttpResponse<String> answer = admin().json(path(fan) + "?wait=1", "{\"value\":60}");

        assertThat(answer.statusCode()).isEqualTo(202);
        assertProblem(admin().json(path(fan) + "?wait=31", "{\"value\":60}"), 400, "bad-wait");
    }

    @Test
    void whatANewerWishReplacesHasEnded() {
        Point fan = fan();
        HttpResponse<String> first = admin().json(path(fan), "{\"value\":60}");
        admin().json(path(fan), "{\"value\":80}");

        JsonNode command =
                json.readTree(admin().get(first.headers().firstValue("Location").orElseThrow())
                        .body());

        assertThat(command.get("outcome").stringValue()).isEqualTo("superseded");
        assertThat(command.get("sentence").stringValue()).isNotEmpty();
    }

    @Test
    void theSameKeyGivesTheSameCommandAndNeverAnother() {
        Point fan = fan();
        String key = UUID.randomUUID().toString();
        Visitor program = admin().with("Idempotency-Key", key);

        String first = program.json(path(fan), "{\"value\":60}").body();
        String second = program.json(path(fan), "{\"value\":60}").body();

        assertThat(number(second)).isEqualTo(number(first));
        assertProblem(program.json(path(fan), "{\"value\":70}"), 422, "idempotency-key-reused");
        assertProblem(
                admin().with("Idempotency-Key", "x".repeat(256)).json(path(fan), "{\"value\":60}"),
                400,
                "bad-idempotency-key");
    }

    @Test
    void anotherActorsKeyIsAnotherKey() {
        Point fan = fan();
        String first = admin().with("Idempotency-Key", "k")
                .json(path(fan), "{\"value\":60}")
                .body();
        String second = somebody(Role.OPERATOR)
                .with("Idempotency-Key", "k")
                .json(path(fan), "{\"value\":60}")
                .body();

        assertThat(number(second)).isNotEqualTo(number(first));
    }

    @Test
    void whoMayNotIsToldSoAndTheAttemptHasANumber() {
        HttpResponse<String> answer = somebody(Role.VIEWER).json(path(fan()), "{\"value\":60}");

        assertProblem(answer, 403, "not-allowed");
        String command = json.readTree(answer.body()).get("command").stringValue();
        assertThat(admin().get(command).body()).contains("\"outcome\":\"refused\"");
    }

    @Test
    void whatLiesOutOfSightIsNotThereAndTheAttemptStandsInTheAudit() {
        Point hidden = fan();
        String name = "u" + UUID.randomUUID();
        Visitor visitor = new Visitor(port).named(name, users.add(anAdmin(), name, Role.OPERATOR));
        UserId user = users.all().stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow()
                .id();
        FloorId elsewhere = buildings.addFloor("Elsewhere " + name, 5, 10, 10, TestBuildings.blankPlan());
        grants.set(anAdmin(), "test", user, Set.of(new Grant(Right.COMMAND, new Where.OnFloor(elsewhere))));

        HttpResponse<String> answer = visitor.json(path(hidden), "{\"value\":60}");
        assertProblem(visitor.json(path(hidden), "{\"value\":101}"), 404, "no-such-point");
        assertProblem(visitor.send("DELETE", held(hidden, 8)), 404, "no-such-point");

        assertProblem(answer, 404, "no-such-point");
        assertThat(answer.body().replace(hidden.id().toString(), "999999"))
                .isEqualTo(visitor.json("/api/v1/points/999999/commands", "{\"value\":60}")
                        .body());
        Awaitility.await().untilAsserted(() -> assertThat(sql.queryForList(
                        "select wanted from audit where actor = ? and outcome = 'refused' order by number",
                        String.class,
                        name))
                .containsExactly("60 %", "release"));
    }

    @Test
    void aWishThatCannotBeReadIsAProblemWithACode() {
        Point fan = fan();

        assertProblem(admin().json(path(fan), "{}"), 400, "bad-value");
        assertProblem(admin().json(path(fan), "{\"value\":\"fast\"}"), 400, "bad-value");
        assertProblem(admin().json(path(fan), "{\"value\":101}"), 422, "impossible-value");
        assertProblem(admin().json(path(fan), "{\"value\":1,\"priority\":9}"), 400, "bad-priority");
        assertProblem(admin().json(path(fan), "{\"value\":1,\"duration\":\"2h\"}"), 400, "bad-duration");
        assertProblem(admin().json(path(fan), "{\"value\":1,\"duration\":\"PT25H\"}"), 409, "refused");
        assertProblem(admin().json("/api/v1/points/999999/commands", "{\"value\":1}"), 404, "no-such-point");
        assertProblem(admin().json("/api/v1/points/0/commands", "{\"value\":1}"), 404, "no-such-point");
        assertProblem(admin().get("/api/v1/commands/999999999"), 404, "no-such-command");
    }

    @Test
    void whatCannotBeReadAtAllIsSaidInOurWords() {
        Point fan = fan();

        assertSaid(admin().json(path(fan), "{\"value\":"), "bad-body", "a JSON object such as");
        assertSaid(admin().json(path(fan), "{"), "bad-body", "a JSON object such as");
        assertSaid(admin().json(path(fan), "{\"value\":1,\"priority\":\"x\"}"), "bad-body", "a JSON object such as");
        assertSaid(
                admin().json(path(fan) + "?wait=abc", "{\"value\":1}"),
                "bad-parameter",
                "wait is abc, but must be a whole number.");
        assertSaid(
                admin().send("DELETE", "/api/v1/points/" + fan.id() + "/overrides/x"),
                "bad-parameter",
                "priority is x, but must be a whole number.");
    }

    @Test
    void whatIsTooLongIsRefusedAndNotCut() {
        Point fan = fan();
        String reason = "x".repeat(501);

        assertSaid(
                admin().json(path(fan), "{\"value\":1,\"reason\":\"" + reason + "\"}"),
                "bad-reason",
                "The reason has 501 characters; there is room for 500.");
        assertSaid(admin().send("DELETE", held(fan, 8) + "?reason=" + reason), "bad-reason", "501 characters");
        for (int priority : List.of(13, 15, 16)) {
            for (String absurd : List.of("PT9999999999999H", "P99999999D", "PT9000H")) {
                assertSaid(
                        admin().json(
                                        path(fan),
                                        "{\"value\":1,\"priority\":" + priority + ",\"duration\":\"" + absurd + "\"}"),
                        "bad-duration",
                        "uration");
            }
        }
    }

    @Test
    void aSecondPersonAgreesOverTheInterfaceWithNameAndPassword() {
        Point fan = fan();
        rules.change(anAdmin(), "test", fan.id(), new OutputRules(Confirmation.TWO_PERSONS, List.of(), null));
        String wish = "{\"value\":60,\"reason\":\"test\"}";
        JsonNode ticket = json.readTree(admin().json("/api/v1/points/" + fan.id() + "/confirmations", wish)
                .body());
        String request = "/api/v1/requests/" + ticket.get("number").longValue();
        assertThat(ticket.get("ready").booleanValue()).isFalse();
        assertProblem(admin().json(request + "/agreement", ""), 403, "not-allowed");
        assertProblem(somebody(Role.VIEWER).json(request + "/refusal", ""), 403, "not-allowed");
        assertThat(somebody(Role.VIEWER).get("/api/v1/requests").body())
                .contains("\"number\":" + ticket.get("number").longValue() + ",")
                .contains("onlooker")
                .doesNotContain("test");

        HttpResponse<String> answer = somebody(Role.OPERATOR).json(request + "/agreement", "");

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(answer.body()).contains("\"state\":\"agreed\"");
        String confirmed =
                wish.replace("}", ",\"ticket\":\"" + ticket.get("ticket").stringValue() + "\"}");
        HttpResponse<String> command = admin().json(path(fan), confirmed);
        assertThat(command.statusCode()).as(command.body()).isEqualTo(202);
        assertThat(json.readTree(command.body()).get("second").stringValue()).startsWith("u");
        assertProblem(admin().send("DELETE", request), 404, "no-such-request");
    }

    private void assertSaid(HttpResponse<String> answer, String code, String words) {
        assertProblem(answer, 400, code);
        assertThat(json.readTree(answer.body()).get("detail").stringValue()).contains(words);
    }

    @Test
    void whatOnlyMeasuresCannotBeCommanded() {
        Node node = node();
        Point thermometer = buildings.ensurePoint(node.id(), Kind.TEMPERATURE, 0);

        assertProblem(admin().json(path(thermometer), "{\"value\":20}"), 422, "not-commandable");
    }

    @Test
    void anOverrideIsListedAndLetGo() {
        Point fan = fan();
        admin().json(path(fan), "{\"value\":60,\"duration\":\"PT30M\"}");
        assertThat(overridesOf(fan)).singleElement().satisfies(held -> {
            assertThat(held.get("value").intValue()).isEqualTo(60);
            assertThat(held.get("by").stringValue()).isEqualTo("admin");
            assertThat(held.get("until").stringValue()).isNotEmpty();
        });

        HttpResponse<String> answer = admin().send("DELETE", held(fan, 8));

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(answer.body()).contains("\"purpose\":\"release\"").contains("\"outcome\":\"confirmed\"");
        assertThat(overridesOf(fan)).isEmpty();
        assertProblem(admin().send("DELETE", held(fan, 8)), 404, "nothing-held");
        assertProblem(admin().send("DELETE", held(fan, 9)), 400, "bad-priority");
    }

    @Test
    void whoMayNotCannotLetGoEither() {
        Point fan = fan();
        admin().json(path(fan), "{\"value\":60}");

        assertProblem(somebody(Role.VIEWER).send("DELETE", held(fan, 8)), 403, "not-allowed");
        assertThat(overridesOf(fan)).hasSize(1);
    }

    @Test
    void anOutputThatDemandsAConfirmationGetsOne() {
        Point fan = fan();
        rules.change(anAdmin(), "test", fan.id(), new OutputRules(Confirmation.CONFIRM, List.of(), null));
        HttpResponse<String> without = admin().json(path(fan), "{\"value\":60}");

        assertProblem(without, 409, "not-confirmed");
        assertThat(without.body()).contains("\"confirmation\":\"confirm\"");
        JsonNode ticket = json.readTree(admin().json("/api/v1/points/" + fan.id() + "/confirmations", "{\"value\":60}")
                .body());
        assertThat(ticket.get("ready").booleanValue()).isTrue();
        assertThat(admin().json(
                                path(fan),
                                "{\"value\":60,\"ticket\":\""
                                        + ticket.get("ticket").stringValue() + "\"}")
                        .statusCode())
                .isEqualTo(202);
    }

    @Test
    void lettingGoOfAnOutputThatDemandsAReasonTakesATicketToo() {
        Point fan = fan();
        admin().json(path(fan), "{\"value\":60}");
        rules.change(anAdmin(), "test", fan.id(), new OutputRules(Confirmation.REASON, List.of(), null));

        HttpResponse<String> without = admin().send("DELETE", held(fan, 8) + "?reason=done");
        assertProblem(without, 409, "not-confirmed");
        assertThat(without.body()).contains("\"confirmation\":\"reason\"");
        assertProblem(somebody(Role.VIEWER).send("DELETE", held(fan, 8)), 403, "not-allowed");
        JsonNode ticket = json.readTree(admin().send("POST", held(fan, 8) + "/confirmations?reason=done")
                .body());
        String with = "?reason=done&ticket=" + ticket.get("ticket").stringValue();
        assertThat(admin().send("DELETE", held(fan, 8) + with).statusCode()).isEqualTo(200);
        assertThat(overridesOf(fan)).isEmpty();
        assertProblem(admin().send("POST", held(fan, 8) + "/confirmations"), 404, "nothing-held");
    }

    private Node node() {
        String tag = UUID.randomUUID().toString().substring(0, 8);
        return buildings.addNode(tag + "0000", "at-" + tag, Dialect.FIRMWARE, 1);
    }

    private Point fan() {
        return buildings.ensurePoint(node().id(), Kind.FAN, 4);
    }

    private static String path(Point point) {
        return "/api/v1/points/" + point.id() + "/commands";
    }

    private static String held(Point point, int priority) {
        return "/api/v1/points/" + point.id() + "/overrides/" + priority;
    }

    private List<JsonNode> overridesOf(Point point) {
        return json.readTree(admin().get("/api/v1/overrides").body())
                .valueStream()
                .filter(held -> held.get("point").intValue() == point.id().number())
                .toList();
    }

    private long number(String command) {
        return json.readTree(command).get("id").longValue();
    }

    private Visitor admin() {
        return new Visitor(port).named("admin", ServerTest.ADMIN_PASSWORD);
    }

    private Actor anAdmin() {
        return users.all().stream()
                .filter(user -> user.name().equals("admin"))
                .map(user -> new Actor.Person(user.id(), user.name(), user.role()))
                .findFirst()
                .orElseThrow();
    }

    private Visitor somebody(Role role) {
        String name = "u" + UUID.randomUUID().toString().substring(0, 8);
        return new Visitor(port).named(name, users.add((Actor.Person) anAdmin(), name, role));
    }

    private static void assertProblem(HttpResponse<String> answer, int status, String code) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(answer.body()).contains("\"code\":\"" + code + "\"");
    }
}
