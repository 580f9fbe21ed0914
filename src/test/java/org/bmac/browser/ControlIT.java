package org.bmac.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.bmac.access.Role;
import org.bmac.command.Confirmation;
import org.bmac.command.Guard;
import org.bmac.node.Bmac5Codec;
import org.bmac.node.NodeMessage;
import org.bmac.point.Bytes;
import org.bmac.point.Kind;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A click that reaches a node and comes back, seen through a browser; the nodes are simulated, all else is real. */
class ControlIT extends OutputsUnderTest {
    private @Nullable Lab lab;

    @Test
    void aRelayIsSwitchedAndTheNodeConfirmsIt() {
        lab = newLab("Lab 21");
        signInAs(Role.OPERATOR);
        openPanel(lab().relay().id());
        button("Switch on").click();

        assertThat(panel().getByText("Confirmed: on")).isVisible();
        assertThat(lab().node().output(Kind.RELAY, 5)).isEqualTo(1);
        assertThat(marker(Pattern.compile("^Relay, Lab 21, on, held by .* left")))
                .isVisible();
        assertThat(button("Switch on")).hasAttribute("aria-pressed", "true");
    }

    @Test
    void aFanIsSetWithTheSliderAndByKeyboard() {
        lab = newLab("Lab 22");
        signInAs(Role.OPERATOR);
        openPanel(lab().fan().id());
        button("More").click();
        button("More").click();
        assertThat(panel().getByText("Confirmed: 10 %")).isVisible();
        assertThat(lab().node().output(Kind.FAN, 4)).isEqualTo(10);

        Locator slider = panel().getByRole(AriaRole.SLIDER);
        slider.focus();
        page.keyboard().press("End");
        assertThat(panel().getByText("Confirmed: 100 %")).isVisible();
        assertThat(lab().node().output(Kind.FAN, 4)).isEqualTo(100);
        assertThat(marker(Pattern.compile("^Fan, Lab 22, 100 %"))).isVisible();
    }

    @Test
    void anOverrideCountsDownAndIsReleased() {
        lab = newLab("Lab 23");
        String name = signInAs(Role.OPERATOR);
        openPanel(lab().fan().id());
        panel().getByRole(AriaRole.RADIO, named("30 min")).check();
        button("More").click();
        assertThat(panel().getByText(name + ", 0:30 left")).isVisible();
        clock.move(Duration.ofMinutes(12));
        assertThat(panel().getByText(Pattern.compile(name + ", 0:18 left"))).isVisible(PATIENTLY);
        assertThat(panel().getByText(Pattern.compile("8 " + name + " 5 % \\(0:18\\)")))
                .isVisible();

        button("Release").click();

        assertThat(panel().getByText(Pattern.compile("left"))).isHidden();
        assertThat(commands.overrides())
                .noneMatch(held -> held.point().equals(lab().fan().id()));
    }

    @Test
    void whatIsHeldAndReportedOtherwiseIsSaidAndCanBeSetAgain() {
        lab = newLab("Lab 32");
        signInAs(Role.OPERATOR);
        openPanel(lab().fan().id());
        button("More").click();
        assertThat(panel().getByText("Confirmed: 5 %")).isVisible();

        clock.move(Duration.ofSeconds(11));
        lab().node()
                .publish(Bmac5Codec.encode(new NodeMessage.Reported(lab().node().uid(), 4, Bytes.of(0), null)));

        assertThat(panel().getByRole(AriaRole.ALERT)).containsText("Held at 5 %, but it reports 0 %");
        panel().getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(Pattern.compile("again$")))
                .click();
        assertThat(panel().getByText("Confirmed: 5 %")).isVisible();
        assertThat(panel().getByRole(AriaRole.ALERT)).hasCount(0);
    }

    @Test
    void anOverrideThatIsOverGoesByItself() {
        lab = newLab("Lab 24");
        signInAs(Role.OPERATOR);
        openPanel(lab().fan().id());
        panel().getByRole(AriaRole.RADIO, named("30 min")).check();
        button("More").click();
        assertThat(panel().getByText(Pattern.compile("0:30 left"))).isVisible();

        clock.move(Duration.ofMinutes(31));

        assertThat(panel().getByText(Pattern.compile("left")))
                .isHidden(new LocatorAssertions.IsHiddenOptions().setTimeout(30_000));
    }

    @Test
    void whoMayNotHasNothingToPressAndIsRefusedWhenThePageIsForcedToAsk() {
        lab = newLab("Lab 25");
        signInAs(Role.VIEWER);
        openPanel(lab().relay().id());
        assertThat(panel().getByRole(AriaRole.HEADING, new Locator.GetByRoleOptions().setName("Relay")))
                .isVisible();
        assertThat(button("Switch on")).hasCount(0);

        page.evaluate("""
                id => {
                  const panel = document.querySelector('point-panel');
                  panel.answer = (ask, reply) => (window.heard = reply);
                  panel.dispatchEvent(new CustomEvent('point-command', {
                    detail: { ask: 1, items: id + '=1', minutes: 30, reason: '', secret: '' } }));
                }""", lab().relay().id().number());

        page.waitForFunction("() => window.heard");
        assertThat(page.evaluate("() => JSON.stringify(window.heard)").toString())
                .contains("\"outcome\":\"refused\"")
                .contains("may not command this");
        assertThat(lab().node().output(Kind.RELAY, 5)).isZero();
    }

    @Test
    void whatARuleForbidsIsRefusedWithItsName() {
        lab = newLab("Lab 26");
        guard(lab().fan().id(), Confirmation.NONE, new Guard.Limits(0, 50));
        signInAs(Role.OPERATOR);
        openPanel(lab().fan().id());
        Locator slider = panel().getByRole(AriaRole.SLIDER);
        slider.focus();
        page.keyboard().press("End");

        assertThat(panel().getByRole(AriaRole.ALERT)).containsText("Output limits");
        assertThat(lab().node().output(Kind.FAN, 4)).isZero();
    }

    @Test
    void whileOneChangesAnOutputTheOtherSeesWhoAndHasToWait() {
        lab = newLab("Lab 27");
        Page other = anotherPage();
        String name = signInAs(Role.OPERATOR);
        openPanel(lab().fan().id());
        assertThat(button("More")).isEnabled();
        signInOn(other, Role.OPERATOR);
        other.navigate(address("/list?point=" + lab().fan().id()).toString());
        Locator theirs = other.locator("point-panel");
        assertThat(theirs.getByRole(AriaRole.BUTTON, named("More"))).isEnabled();
        lab().node().silence();

        button("More").click();

        assertThat(theirs.getByText(name + " is changing this → 5 %")).isVisible();
        assertThat(theirs.getByRole(AriaRole.BUTTON, named("More"))).isDisabled();
        assertThat(marker(Pattern.compile("Fan, Lab 27, 0 %, " + name + " is changing it to 5 %")))
                .isVisible();
        keep("pending");
        assertThat(panel().getByText(Pattern.compile("waiting for the node"))).isVisible();
        clock.move(Duration.ofSeconds(30));
        assertThat(theirs.getByRole(AriaRole.BUTTON, named("More")))
                .isEnabled(new LocatorAssertions.IsEnabledOptions().setTimeout(30_000));
    }

    @Test
    void aLyingRelayIsCaught() {
        lab = newLab("Lab 28");
        signInAs(Role.OPERATOR);
        openPanel(lab().relay().id());
        lab().node().lie(Kind.RELAY, 5);

        button("Switch on").click();

        assertThat(panel().getByRole(AriaRole.ALERT).filter(saying("Commanded on, but it reports off.")))
                .isVisible(PATIENTLY);
        button("Details").click();
        assertThat(panel().getByText("Received")).isVisible();
        keep("mismatched");
        lab().node().heal();
        button("Retry").click();
        assertThat(panel().getByText("Confirmed: on")).isVisible();
    }

    @Test
    void aSilentNodeIsSaidToBeSilent() {
        lab = newLab("Lab 29");
        signInAs(Role.OPERATOR);
        openPanel(lab().relay().id());
        lab().node().silence();

        button("Switch on").click();

        assertThat(panel().getByText("→ on…")).isVisible();
        assertThat(panel().getByRole(AriaRole.ALERT).filter(saying("No answer")))
                .isVisible(PATIENTLY);
        assertThat(button("Retry")).isVisible();
    }

    @Test
    void anOutputThatDemandsAReasonGetsOneFirst() {
        lab = newLab("Lab 30");
        guard(lab().relay().id(), Confirmation.REASON);
        signInAs(Role.OPERATOR);
        openPanel(lab().relay().id());
        button("Switch on").click();
        Locator dialog = page.getByRole(AriaRole.DIALOG);
        assertThat(dialog.getByRole(AriaRole.BUTTON, named("Cancel"))).isFocused();
        assertThat(dialog).containsText("it reports off");
        assertThat(lab().node().output(Kind.RELAY, 5)).isZero();
        keep("dialog");
        dialog.getByLabel("Reason").fill("inspection");
        dialog.getByRole(AriaRole.BUTTON, named("Switch on")).click();

        assertThat(panel().getByText("Confirmed: on")).isVisible();
        assertThat(panel().getByText("inspection")).isVisible();
    }

    @Test
    void whatTakesTwoPersonsWaitsOnTheServerWhereverTheAskerGoes() {
        lab = newLab("Lab 33");
        guard(lab().relay().id(), Confirmation.TWO_PERSONS);
        Page other = anotherPage();
        String asker = signInAs(Role.OPERATOR);
        String second = signInOn(other, Role.OPERATOR);
        other.navigate(address("/list?point=" + lab().relay().id()).toString());
        openPanel(lab().relay().id());
        button("Switch on").click();
        Locator dialog = page.getByRole(AriaRole.DIALOG);
        dialog.getByLabel("Reason").fill("test of the alarm");
        dialog.getByRole(AriaRole.BUTTON, named("Ask a second person")).click();
        assertThat(panel().getByText("Waiting for a second person")).isVisible();
        assertThat(button("Switch on")).isDisabled();
        assertThat(page.getByText("1 waiting")).isVisible();
        pictures(page, "two-asker");

        open("/audit");
        page.reload();

        assertThat(other.getByText("1 to agree")).isVisible();
        assertThat(panel(other).getByText(asker + " asks for a second person")).isVisible();
        assertThat(panel(other).getByText(Pattern.compile("of " + asker + ": test of the alarm")))
                .isVisible();
        pictures(other, "two-second");
        panel(other)
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(Pattern.compile("^Agree")))
                .click();
        assertThat(panel(other).getByText(second + " agreed. Confirmed: on")).isVisible();
        assertThat(lab().node().output(Kind.RELAY, 5)).isEqualTo(1);

        open("/overrides");
        assertThat(page.getByText(second + " agreed. Confirmed: on")).isVisible();
        pictures(page, "two-list");
        open("/audit");
        assertThat(page.getByText(asker + " with " + second).first()).isVisible();
        assertThat(page.locator("tr")
                        .filter(saying("agreed"))
                        .filter(saying(second))
                        .first())
                .isVisible();
        pictures(page, "two-audit");
    }

    @Test
    void whoDeclinesIsSaidAndWhoMayNotAgreeSeesOnlyThatItWaits() {
        lab = newLab("Lab 34");
        guard(lab().relay().id(), Confirmation.TWO_PERSONS);
        Page other = anotherPage();
        signInAs(Role.OPERATOR);
        signInOn(other, Role.VIEWER);
        other.navigate(address("/list?point=" + lab().relay().id()).toString());
        openPanel(lab().relay().id());
        button("Switch on").click();
        Locator dialog = page.getByRole(AriaRole.DIALOG);
        dialog.getByLabel("Reason").fill("for fun");
        dialog.getByRole(AriaRole.BUTTON, named("Ask a second person")).click();

        assertThat(panel(other).getByText(Pattern.compile("waits for a second person")))
                .isVisible();
        assertThat(panel(other).getByText("for fun")).hasCount(0);
        assertThat(other.getByText("to agree")).hasCount(0);
        assertThat(panel(other).getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("request")))
                .hasCount(0);
        pictures(other, "two-viewer");
        long number = requests.of(admin()).getLast().number();
        requests.decline(admin(), "test", number);

        assertThat(panel().getByText("admin declined.")).isVisible();
        assertThat(button("Switch on")).isEnabled();
        pictures(page, "two-declined");
        button("Dismiss request " + number).click();
        assertThat(panel().getByText("admin declined.")).hasCount(0);
        assertThat(lab().node().output(Kind.RELAY, 5)).isZero();
    }

    /** On a desktop, a tablet and a phone, light and dark. */
    private static void pictures(Page window, String name) {
        Map<String, int[]> sizes = Map.of(
                "phone", new int[] {390, 844}, "tablet", new int[] {1024, 768}, "desktop", new int[] {1440, 900});
        sizes.forEach((size, pixels) -> {
            window.setViewportSize(pixels[0], pixels[1]);
            for (ColorScheme scheme : List.of(ColorScheme.DARK, ColorScheme.LIGHT)) {
                window.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
                window.screenshot(new Page.ScreenshotOptions()
                        .setPath(Path.of("target", "browser", name + "-" + size + "-" + scheme + ".png")));
            }
        });
        window.setViewportSize(1440, 900);
    }

    private Lab lab() {
        return Objects.requireNonNull(lab);
    }
}
