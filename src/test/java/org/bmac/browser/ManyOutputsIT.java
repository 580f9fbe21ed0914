package org.bmac.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.bmac.access.Role;
import org.bmac.building.FloorId;
import org.bmac.building.Node;
import org.bmac.building.Placement;
import org.bmac.building.Point;
import org.bmac.building.Spot;
import org.bmac.command.Confirmation;
import org.bmac.node.Generation;
import org.bmac.node.Module;
import org.bmac.node.Placing;
import org.bmac.point.Kind;
import org.bmac.simulator.SimulatedNode;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Several persons, several outputs, several values: seen through browsers, the nodes simulated, all else real. */
class ManyOutputsIT extends OutputsUnderTest {
    @Autowired
    Placing placing;

    @Test
    void oneAsksTheOtherAgreesAndBothSeeWhoIsChangingIt() {
        Lab lab = newLab("Lab 41");
        guard(lab.relay().id(), Confirmation.TWO_PERSONS);
        Page other = anotherPage();
        String name = signInAs(Role.OPERATOR);
        signInOn(other, Role.OPERATOR);
        openPanel(lab.relay().id());
        other.navigate(address("/overrides").toString());

        ask(lab, "Switch on", "inspection");
        assertThat(panel().getByText("Waiting for a second person")).isVisible();
        assertThat(lab.node().output(Kind.RELAY, 5)).isZero();
        lab.node().silence();
        agree(other, "Switch on: Relay in Lab 41");
        assertThat(panel().getByText("→ on")).isVisible();
        other.navigate(address("/list?point=" + lab.relay().id()).toString());
        assertThat(panel(other).getByText(name + " is changing this → on")).isVisible();
        clock.move(Duration.ofSeconds(30));
        assertThat(panel().getByText(Pattern.compile("agreed. No answer"))).isVisible(PATIENTLY);

        lab.node().heal();
        other.navigate(address("/overrides").toString());
        ask(lab, "Switch on", "inspection");
        agree(other, "Switch on: Relay in Lab 41");
        assertThat(marker(Pattern.compile("^Relay, Lab 41, on, held by " + name)))
                .isVisible(PATIENTLY);
        assertThat(lab.node().output(Kind.RELAY, 5)).isEqualTo(1);

        ask(lab, "Release", "over");
        agree(other, "Relay in Lab 41");
        assertThat(panel().getByText(Pattern.compile("left"))).isHidden();
        assertThat(isHeld(lab.relay().id())).isFalse();
    }

    @Test
    void manyAreReleasedWithOneReasonAndEachHasItsOutcome() {
        Lab lab = newLab("Lab 42");
        signInAs(Role.OPERATOR);
        openPanel(lab.relay().id());
        button("Switch on").click();
        assertThat(panel().getByText("Confirmed: on")).isVisible();
        openPanel(lab.fan().id());
        button("More").click();
        assertThat(panel().getByText("Confirmed: 5 %")).isVisible();
        guard(lab.relay().id(), Confirmation.REASON);

        open("/overrides");
        Locator list = page.locator("override-list");
        list.getByRole(AriaRole.CHECKBOX, named("Select Relay, Lab 42")).check();
        list.getByRole(AriaRole.CHECKBOX, named("Select Fan, Lab 42")).check();
        button(list, "Release 2").click();
        Locator dialog = page.getByRole(AriaRole.DIALOG);
        assertThat(dialog.getByRole(AriaRole.LISTITEM)).hasCount(2);
        keep("release-many");
        assertThat(button(dialog, "Release 2")).isDisabled();
        dialog.getByLabel("Reason").fill("the visit is over");
        button(dialog, "Release 2").click();

        assertThat(list.getByText("Released: 2 of 2 done")).isVisible();
        assertThat(isHeld(lab.relay().id()) || isHeld(lab.fan().id())).isFalse();
    }

    @Test
    void outputsOfAZoneAreMovedTogetherAndWhatFailedIsTriedAgain() {
        Lab lab = newLab("Lab 43");
        Lab second = join("Lab 43", lab.floor());
        signInAs(Role.OPERATOR);
        openPanel(lab.relay().id());
        second.node().lie(Kind.RELAY, 5);

        button("All 2 relays on").click();
        assertThat(panel().getByText("1 of 2 done, 1 failed")).isVisible(PATIENTLY);
        assertThat(panel().getByRole(AriaRole.ALERT).filter(saying("Commanded on, but it reports off.")))
                .isVisible();
        keep("zone-failed");
        second.node().heal();
        button("Retry failed").click();

        assertThat(panel().getByText("1 of 1 done")).isVisible(PATIENTLY);
        assertThat(second.node().output(Kind.RELAY, 5)).isEqualTo(1);
    }

    @Test
    void outputsOfAFloorAreMovedTogetherAfterTheyAreNamed() {
        Lab lab = newLab("Lab 44");
        Lab second = join("Lab 44", lab.floor());
        signInAs(Role.OPERATOR);
        openPanel(lab.fan().id());
        Locator control = page.locator("floor-control");
        button(control, "Control").click();
        button(control, "All 2 fans 100 %").click();
        Locator dialog = page.getByRole(AriaRole.DIALOG).filter(saying("held for 2 h"));
        assertThat(dialog.getByRole(AriaRole.LISTITEM)).hasText(new String[] {"Lab 44: Fan", "Lab 44: Fan"});
        assertThat(lab.node().output(Kind.FAN, 4)).isZero();
        button(dialog.last(), "Set 2 fans to 100 %").click();

        assertThat(control.getByText("2 of 2 done")).isVisible();
        assertThat(List.of(lab.node().output(Kind.FAN, 4), second.node().output(Kind.FAN, 4)))
                .containsOnly(100.0);
    }

    @Test
    void whatHasTwoStatesHasTwoButtons() {
        FloorId floor = newFloor("Lab 45");
        SimulatedNode node = newNode(floor, List.of(output(6, Kind.CHANGEOVER)));
        Point changeover = buildings
                .current()
                .pointsOf(Objects.requireNonNull(buildings.current().nodeOfUid(node.uid()))
                        .id())
                .getFirst();
        Point valve = firmwareValve(floor);
        signInAs(Role.OPERATOR);
        openPanel(changeover.id());
        button("Change to heating").click();
        assertThat(panel().getByText("Confirmed: heating")).isVisible();

        open("/floor/" + floor + "?point=" + valve.id());
        assertThat(button("Shut")).isVisible();
        assertThat(panel().getByRole(AriaRole.SLIDER)).hasCount(0);
        button("Open").click();
        assertThat(panel().getByText("Confirmed: 100 %")).isVisible(PATIENTLY);
        keep("valve");
    }

    @Test
    void aSceneIsMadeRunAndRunAgainFromTheMap() {
        Lab lab = newLab("Lab 46");
        signInAs(Role.ENGINEER);
        openPanel(lab.fan().id());
        open("/scenes");
        Locator list = page.locator("scene-list");
        button(list, "New scene").click();
        list.getByLabel("Name").fill("Evening 46");
        list.getByLabel("Search").fill("lab 46");
        button(list, "Choose 2 shown").click();
        list.getByRole(AriaRole.SPINBUTTON, named("Value of Fan, Lab 46")).fill("60");
        list.getByRole(AriaRole.COMBOBOX, named("Value of Relay, Lab 46")).selectOption("on");
        keep("scene-editor");
        button(list, "Save").click();
        lab.node().lie(Kind.RELAY, 5);
        button(list, "Run Evening 46").click();
        assertThat(list.getByText("1 of 2 done, 1 failed").first()).isVisible(PATIENTLY);
        assertThat(list.getByText(Pattern.compile("^Last run .*1 of 2 done, 1 failed$")))
                .isVisible();
        lab.node().heal();
        button(list, "Retry failed").click();
        assertThat(list.getByText("1 of 1 done")).isVisible(PATIENTLY);
        assertThat(lab.node().output(Kind.FAN, 4)).isEqualTo(60);
        assertThat(lab.node().output(Kind.RELAY, 5)).isEqualTo(1);

        open("/floor/" + lab.floor());
        Locator control = page.locator("floor-control");
        button(control, "Control").click();
        button(control, "Run Evening 46").click();
        assertThat(control.getByText("2 of 2 done")).isVisible();

        Page other = anotherPage();
        signInOn(other, Role.VIEWER);
        other.navigate(address("/scenes").toString());
        Locator theirs = other.locator("scene-list");
        assertThat(theirs.getByText("You may not command Fan in Lab 46, Relay in Lab 46."))
                .isVisible();
        assertThat(button(theirs, "Run Evening 46")).hasCount(0);
    }

    private void ask(Lab lab, String verb, String reason) {
        button(verb).click();
        Locator dialog = page.getByRole(AriaRole.DIALOG);
        assertThat(dialog).containsText(lab.zone());
        dialog.getByLabel("Reason").fill(reason);
        button(dialog, "Ask a second person").click();
    }

    private static void agree(Page other, String what) {
        Locator agree =
                other.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(Pattern.compile("^Agree")));
        Locator waiting =
                other.locator("override-list request-row").filter(saying(what).setHas(agree));
        waiting.locator(agree).click();
        assertThat(waiting).hasCount(0);
    }

    /** A node of the original firmware with a valve at its IO module. */
    private Point firmwareValve(FloorId floor) {
        String uid = newUid();
        SimulatedNode node =
                run(SimulatedNode.firmware(URI.create(mosquitto().uri().toString()), uid, Generation.CAREFUL, clock));
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> buildings.current().nodeOfUid(uid) != null);
        Node known = Objects.requireNonNull(buildings.current().nodeOfUid(uid));
        placing.assign(
                admin(),
                "test",
                known.id(),
                "valve-" + uid,
                Set.of(Module.IO),
                new Placement(floor, new Spot(0.7, 0.3)));
        Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> !Double.isNaN(node.output(Kind.VALVE, 3)));
        return buildings.ensurePoint(known.id(), Kind.VALVE, 3);
    }
}
