package org.bmac.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.bmac.MovableClock;
import org.bmac.ServerTest;
import org.bmac.Visitor;
import org.bmac.access.Actor;
import org.bmac.access.Role;
import org.bmac.access.Tokens;
import org.bmac.access.Users;
import org.bmac.broker.Outgoing;
import org.bmac.building.Buildings;
import org.bmac.building.Dialect;
import org.bmac.building.Point;
import org.bmac.cnc.CncChanged;
import org.bmac.command.Confirmation;
import org.bmac.command.OutputRules;
import org.bmac.command.Rules;
import org.bmac.command.Scene;
import org.bmac.command.Scenes;
import org.bmac.editor.PlanPublished;
import org.bmac.exchange.Exchanged;
import org.bmac.firmware.FirmwareChanged;
import org.bmac.node.NodeTended;
import org.bmac.point.Bytes;
import org.bmac.point.Kind;
import org.bmac.point.Value;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationEventPublisher;

/** What stands in the audit besides commands, as the running server writes it. */
@ServerTest
class WitnessTests {
    private static final String READING = "/api/v1/points";

    private final Audit audit;
    private final Unheard unheard;
    private final Users users;
    private final Tokens tokens;
    private final Buildings buildings;
    private final Rules rules;
    private final Scenes scenes;
    private final ApplicationEventPublisher events;
    private final MovableClock clock;
    private final int port;
    private final String name = "u" + UUID.randomUUID();
    private long before;

    @Autowired
    WitnessTests(
            Audit audit,
            Unheard unheard,
            Users users,
            Tokens tokens,
            Buildings buildings,
            Rules rules,
            Scenes scenes,
            ApplicationEventPublisher events,
            MovableClock clock,
            @LocalServerPort int port) {
        this.audit = audit;
        this.unheard = unheard;
        this.users = users;
        this.tokens = tokens;
        this.buildings = buildings;
        this.rules = rules;
        this.scenes = scenes;
        this.events = events;
        this.clock = clock;
        this.port = port;
    }

    /** Long enough for every earlier attempt to be forgotten. */
    @BeforeEach
    @AfterEach
    void laterThanAllBefore() {
        clock.move(Duration.ofHours(1));
        unheard.write();
        before = newest();
    }

    @AfterEach
    void chainIsWhole() {
        assertThat(audit.check(_ -> {}).isWhole()).isTrue();
    }

    @Test
    void whoComesAndGoesOnAScreenStandsThere() {
        String password = users.add(admin(), name, Role.OPERATOR);
        Visitor browser = visitor();
        browser.signIn(name, password);
        browser.post("/logout", Map.of("_csrf", browser.get(ServerTest.PROOF).body()));

        assertThat(rows(What.SIGN_IN, What.SIGN_OUT)).hasSize(2).allSatisfy(entry -> {
            assertThat(entry.actor()).isEqualTo(name);
            assertThat(entry.role()).isEqualTo("operator");
            assertThat(entry.origin()).isEqualTo("127.0.0.1");
            assertThat(entry.at()).isEqualTo(clock.instant());
        });
        assertThat(rows(What.SIGN_IN, What.SIGN_OUT).stream().map(Entry::what))
                .containsExactly(What.SIGN_IN, What.SIGN_OUT);
    }

    @Test
    void whoDoesNotComeInStandsThereAndTheSecretDoesNot() {
        users.add(admin(), name, Role.OPERATOR);
        visitor().signIn(name, "a-wrong-password");

        assertThat(rows(What.SIGN_IN_FAILED)).singleElement().satisfies(entry -> {
            assertThat(entry.actor()).isEqualTo(name);
            assertThat(entry.role()).isEmpty();
            assertThat(entry.origin()).isEqualTo("127.0.0.1");
            assertThat(entry.reason()).isEqualTo("user name or password is wrong");
            assertThat(entry.toString()).doesNotContain("a-wrong-password");
        });
    }

    @Test
    void whoIsThrottledStandsThereToo() {
        String password = users.add(admin(), name, Role.OPERATOR);
        for (int i = 0; i < 5; i++) {
            visitor().signIn(name, "a-wrong-password");
        }
        visitor().signIn(name, password);
        visitor().signIn(name, password);

        assertThat(rows(What.SIGN_IN)).isEmpty();
        assertThat(rows(What.SIGN_IN_FAILED)).hasSize(6);
        assertThat(rows(What.SIGN_IN_FAILED).getLast().reason()).isEqualTo("too many attempts");
        clock.move(Unheard.TOGETHER);
        unheard.write();
        assertThat(rows(What.SIGN_IN_FAILED).getLast().reason()).contains("1 times since the last row");
    }

    @Test
    void refusedProgramsStandThereAndThoseThatAreLetInDoNot() {
        String password = users.add(admin(), name, Role.OPERATOR);
        assertThat(visitor().named(name, password).get(READING).statusCode()).isEqualTo(200);
        assertThat(rows(What.SIGN_IN, What.SIGN_IN_FAILED)).isEmpty();
        visitor().named(name, "a-wrong-password").get(READING);
        visitor().bearing("bmac_no-such-token").get(READING);

        assertThat(rows(What.SIGN_IN_FAILED).stream().map(Entry::actor)).containsExactly(name, "a token");
        assertThat(rows(What.SIGN_IN_FAILED)).allSatisfy(entry -> assertThat(entry.toString())
                .doesNotContain("a-wrong-password")
                .doesNotContain("no-such-token"));
        for (int i = 0; i < 40; i++) {
            visitor().bearing("bmac_guess" + i).get(READING);
        }
        assertThat(rows(What.SIGN_IN_FAILED).getLast().reason()).isEqualTo("too many attempts");
        assertThat(rows(What.SIGN_IN_FAILED)).hasSizeBetween(30, 32);
    }

    @Test
    void tokensAndUsersStandThere() {
        users.add(admin(), name, Role.OPERATOR);
        Actor.Person person = users.all().stream()
                .filter(user -> user.name().equals(name))
                .map(user -> new Actor.Person(user.id(), user.name(), user.role()))
                .findFirst()
                .orElseThrow();
        users.disable(admin(), person.user());
        users.enable(admin(), person.user());
        tokens.make(person, "test", Role.VIEWER);
        tokens.revoke(person, tokens.of(person.user()).getFirst().id());

        assertThat(rows(What.ACCESS).stream().map(entry -> entry.actor() + ": " + entry.reason()))
                .containsExactly(
                        "admin: " + name + " (operator) was added as a user.",
                        "admin: " + name + " (operator) was shut out.",
                        "admin: " + name + " (operator) may sign in again.",
                        name + ": " + name + " (operator) made the token test (viewer).",
                        name + ": " + name + " (operator) took a token back.");
    }

    @Test
    void whatOtherRoomsTellOfStandsThereWithWhoDidItAndFromWhere() {
        events.publishEvent(new CncChanged(admin(), "C&C", "Placed the node a1."));
        events.publishEvent(new PlanPublished(admin(), "desk", List.of("Room Lab is new.", "Room Foyer is gone.")));
        events.publishEvent(new Exchanged(admin(), "desk", false, "All readings as CSV."));
        events.publishEvent(new Exchanged(admin(), "desk", true, "9 readings from a file."));
        events.publishEvent(new FirmwareChanged(admin(), "desk", "Brought an image."));
        Outgoing restart = Outgoing.plain("presence/restart", Bytes.of("a1"));
        events.publishEvent(new NodeTended(admin(), "desk", "lab-1", "restart", List.of(restart)));

        assertThat(rows(What.BUILDING, What.EXPORT, What.IMPORT, What.NODE).stream()
                        .map(row -> row.actor() + ", " + row.origin() + ": " + row.reason()))
                .containsExactly(
                        "admin, C&C: Placed the node a1.",
                        "admin, desk: Published plans. Room Lab is new. Room Foyer is gone.",
                        "admin, desk: All readings as CSV.",
                        "admin, desk: 9 readings from a file.",
                        "admin, desk: Brought an image.",
                        "admin, desk: lab-1: restart");
        assertThat(rows(What.NODE).getLast().sent()).isEqualTo("presence/restart 6131");
    }

    @Test
    void changesOfTheBuildingTheRulesAndScenesStandThere() {
        Point fan = buildings.ensurePoint(
                buildings
                        .addNode(name.substring(1, 9) + "0000", "at-" + name.substring(1, 9), Dialect.FIRMWARE, 1)
                        .id(),
                Kind.FAN,
                4);
        assertThat(rows(What.BUILDING)).isNotEmpty();
        rules.change(admin(), "desk", fan.id(), new OutputRules(Confirmation.REASON, List.of(), new Value.Duty(5)));
        assertThat(rows(What.RULES)).singleElement().satisfies(entry -> {
            assertThat(entry.actor()).isEqualTo("admin");
            assertThat(entry.origin()).isEqualTo("desk");
            assertThat(entry.point()).isEqualTo(fan.id().number());
            assertThat(entry.reason()).isEqualTo("confirm with a reason; otherwise 5 %; before: none");
        });
        Scene scene = scenes.save(
                admin(), "desk", new Scene(0, name, Map.of(fan.id(), new Value.Duty(20)), Duration.ofHours(1)));
        scenes.save(
                admin(),
                "desk",
                new Scene(scene.id(), name, Map.of(fan.id(), new Value.Duty(30)), Duration.ofHours(1)));
        scenes.remove(admin(), "desk", scene.id());
        assertThat(rows(What.SCENE).stream().map(Entry::reason))
                .containsExactly(
                        "The scene " + name + " is new.",
                        "The scene " + name + " was changed.",
                        "The scene " + name + " was removed.");
    }

    @Test
    void anotherSiteThatSendsTheFormSignsNobodyInAndNobodyOut() {
        String password = users.add(admin(), name, Role.VIEWER);
        HttpResponse<String> answer =
                visitor().with("Sec-Fetch-Site", "cross-site").signIn(name, password);

        assertThat(answer.headers().firstValue("Location").orElseThrow()).endsWith("/login");
        assertThat(rows(What.SIGN_IN, What.SIGN_OUT)).isEmpty();
    }

    private long newest() {
        return audit.find(Sight.ALL, Filter.ALL, Long.MAX_VALUE, 1).stream()
                .mapToLong(Row::number)
                .findFirst()
                .orElse(0);
    }

    /** Of this test, oldest first. */
    private List<Entry> newRows() {
        return audit.find(Sight.ALL, Filter.ALL, Long.MAX_VALUE, 1_000).reversed().stream()
                .filter(row -> row.number() > before)
                .map(Row::entry)
                .toList();
    }

    private List<Entry> rows(What... whats) {
        return newRows().stream()
                .filter(entry -> Set.of(whats).contains(entry.what()))
                .toList();
    }

    private Actor admin() {
        return users.all().stream()
                .filter(user -> user.name().equals("admin"))
                .map(user -> new Actor.Person(user.id(), user.name(), user.role()))
                .findFirst()
                .orElseThrow();
    }

    private Visitor visitor() {
        return new Visitor(port);
    }
}
