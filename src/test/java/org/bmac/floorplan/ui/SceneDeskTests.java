package org.bmac.floorplan.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.Tag;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.bmac.ServerTest;
import org.bmac.SignedInAs;
import org.bmac.access.Actor;
import org.bmac.access.Role;
import org.bmac.access.UserId;
import org.bmac.building.Buildings;
import org.bmac.building.Dialect;
import org.bmac.building.Node;
import org.bmac.building.Point;
import org.bmac.command.Commands;
import org.bmac.command.Confirmation;
import org.bmac.command.OutputRules;
import org.bmac.command.Priority;
import org.bmac.command.Rules;
import org.bmac.command.Scene;
import org.bmac.command.Scenes;
import org.bmac.point.Kind;
import org.bmac.point.Value;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What a page asks of scenes, and of letting go, and what it hears; without a browser, and without a node that answers. */
@ServerTest
@ViewPackages(packages = "org.bmac")
class SceneDeskTests extends SpringBrowserlessTest {
    private static final Actor ADMIN = new Actor.Person(new UserId(1), "admin", Role.ADMIN);

    private final Commands commands;
    private final Rules rules;
    private final Scenes scenes;
    private final Page page = new Page();
    private final String tag = UUID.randomUUID().toString().substring(0, 8);
    private final Point fan;

    @Autowired
    SceneDeskTests(Buildings buildings, Commands commands, Rules rules, Scenes scenes, Desk desk, SceneDesk sceneDesk) {
        this.commands = commands;
        this.rules = rules;
        this.scenes = scenes;
        Node node = buildings.addNode(tag + "0000", "at-" + tag, Dialect.FIRMWARE, 1);
        fan = buildings.ensurePoint(node.id(), Kind.FAN, 4);
        desk.attend(page);
        sceneDesk.attend(page);
    }

    /** An element that keeps what it hears. */
    @Tag("test-page")
    private static final class Page extends Answering {
        private final List<ObjectNode> heard = new ArrayList<>();

        @Override
        public void answer(int ask, ObjectNode reply) {
            heard.add(reply);
        }
    }

    @BeforeEach
    void forgetRules() {
        rules.change(ADMIN, "test", fan.id(), OutputRules.NONE);
    }

    @Test
    @SignedInAs(Role.ENGINEER)
    void anEngineerMakesAScenePlaysItAndDeletesIt() {
        int id = ask(save(0, fan.id() + "=60")).path("scene").asInt();
        JsonNode scene = inBook(id);
        assertThat(scene.path("name").asString()).isEqualTo("Evening " + tag);
        assertThat(scene.path("values").toString()).isEqualTo("[[" + fan.id() + ",60.0]]");
        assertThat(scene.path("mine").asBoolean()).isTrue();
        assertThat(scene.path("run").isNull()).isTrue();

        assertThat(ask(run(id, "", "")).path("all").size()).isEqualTo(1);
        assertThat(inBook(id).path("run").path("by").asString()).isEqualTo("anna");

        ask(save(id, fan.id() + "=40"));
        assertThat(inBook(id).path("values").toString()).isEqualTo("[[" + fan.id() + ",40.0]]");
        ask(new SceneRemove(page, true, 1, id));
        assertThat(scenes.find(id)).isEmpty();
    }

    @Test
    @SignedInAs(Role.OPERATOR)
    void anOperatorPlaysButDoesNotChange() {
        Scene scene = saved();
        assertThat(inBook(scene.id()).path("objection").asString()).isEmpty();
        assertThat(inBook(scene.id()).path("mine").asBoolean()).isFalse();
        assertThat(ask(save(scene.id(), fan.id() + "=0")).path("words").asString())
                .contains("may not configure");
        assertThat(ask(new SceneRemove(page, true, 1, scene.id()))
                        .path("outcome")
                        .asString())
                .isEqualTo("refused");
        assertThat(scenes.find(scene.id())).contains(scene);
    }

    @Test
    @SignedInAs(Role.VIEWER)
    void aViewerSeesWhyNotAndMovesNothing() {
        Scene scene = saved();
        assertThat(inBook(scene.id()).path("objection").asString()).startsWith("You may not command Fan in ");

        ObjectNode reply = ask(run(scene.id(), "", ""));

        assertThat(reply.path("all").path(0).path("outcome").asString()).isEqualTo("refused");
        assertThat(commands.stack(fan.id()).slots()).isEmpty();
    }

    @Test
    @SignedInAs(Role.OPERATOR)
    void aSceneIsConfirmedAsItsOutputsDemand() {
        Scene scene = saved();
        demand(Confirmation.REASON);
        assertThat(ask(run(scene.id(), "", "")).path("confirm").asString()).isEqualTo("reason");
        assertThat(commands.stack(fan.id()).slots()).isEmpty();
        assertThat(ask(new SceneConfirm(page, true, 1, scene.id(), "", "", ""))
                        .path("words")
                        .asString())
                .isEqualTo("This needs a reason.");

        String secret = ask(new SceneConfirm(page, true, 1, scene.id(), "", "night", ""))
                .path("secret")
                .asString();
        ask(run(scene.id(), "night", secret));

        assertThat(commands.stack(fan.id()).at(Priority.OPERATOR))
                .hasValueSatisfying(slot -> assertThat(slot.reason()).isEqualTo("night"));
    }

    @Test
    @SignedInAs(Role.VIEWER)
    void askingToConfirmWhatOneMayNotPlayIsRefusedWhereItIsWrittenDown() {
        Scene scene = saved();

        ObjectNode reply = ask(new SceneConfirm(page, true, 1, scene.id(), "", "night", ""));

        assertThat(reply.path("all").path(0).path("outcome").asString()).isEqualTo("refused");
        assertThat(reply.path("all").path(0).path("command").asInt()).isPositive();
    }

    @Test
    @SignedInAs(Role.OPERATOR)
    void aSceneThatTakesTwoWaitsForAnotherPerson() {
        Scene scene = saved();
        demand(Confirmation.TWO_PERSONS);

        ObjectNode reply = ask(new SceneConfirm(page, true, 1, scene.id(), "", "night", ""));

        assertThat(reply.path("request").asInt()).isPositive();
        assertThat(reply.has("secret")).isFalse();
        ask(new RequestWithdraw(page, true, 1, reply.path("request").asInt()));
    }

    @Test
    @SignedInAs(Role.OPERATOR)
    void lettingGoIsConfirmedWhereTheOutputDemandsIt() {
        ask(new PointCommand(page, true, 1, fan.id() + "=60", 30, "", ""));
        demand(Confirmation.REASON);
        assertThat(ask(release("", "")).path("confirm").asString()).isEqualTo("reason");
        assertThat(commands.stack(fan.id()).at(Priority.OPERATOR)).isPresent();

        String secret = ask(new ReleaseConfirm(page, true, 1, fan.id() + ":8", 0, "over", ""))
                .path("secret")
                .asString();
        assertThat(ask(release("over", secret))
                        .path("all")
                        .path(0)
                        .path("outcome")
                        .asString())
                .isEqualTo("confirmed");

        assertThat(commands.stack(fan.id()).slots()).isEmpty();
    }

    @Test
    @SignedInAs(Role.OPERATOR)
    void whatItTakesIsSaidBeforeAnythingMoves() {
        assertThat(ask(new PointLevel(page, true, 1, fan.id() + "=60", 30, "", ""))
                        .path("confirm")
                        .asString())
                .isEqualTo("none");
        demand(Confirmation.TWO_PERSONS);
        assertThat(ask(new PointLevel(page, true, 1, fan.id() + "=60", 30, "", ""))
                        .path("confirm")
                        .asString())
                .isEqualTo("two-persons");
        assertThat(commands.stack(fan.id()).slots()).isEmpty();
    }

    @Test
    @SignedInAs(Role.ENGINEER)
    void nonsenseIsAnswered() {
        for (Question question : List.of(
                save(0, ""),
                save(0, "x=1"),
                save(0, fan.id() + "=101"),
                save(987_654, fan.id() + "=1"),
                run(987_654, "", ""))) {
            assertThat(ask(question).path("outcome").asString()).isEqualTo("refused");
        }
    }

    private Scene saved() {
        return scenes.save(
                ADMIN,
                "test",
                new Scene(0, "Evening " + tag, Map.of(fan.id(), new Value.Duty(60)), Duration.ofHours(1)));
    }

    private void demand(Confirmation level) {
        rules.change(ADMIN, "test", fan.id(), new OutputRules(level, List.of(), null));
    }

    private SceneSave save(int id, String items) {
        return new SceneSave(page, true, 1, id, "Evening " + tag, 60, items);
    }

    private SceneRun run(int id, String reason, String secret) {
        return new SceneRun(page, true, 1, id, "", reason, secret);
    }

    private PointRelease release(String reason, String secret) {
        return new PointRelease(page, true, 1, fan.id() + ":8", 0, reason, secret);
    }

    private ObjectNode ask(Question question) {
        ComponentUtil.fireEvent(page, question);
        return page.heard.getLast();
    }

    private JsonNode inBook(int id) {
        for (JsonNode scene : ask(new SceneBook(page, true, 1)).path("book").path("scenes")) {
            if (scene.path("id").asInt() == id) {
                return scene;
            }
        }
        throw new AssertionError("no scene " + id);
    }
}
