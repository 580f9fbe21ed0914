package org.bmac.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.bmac.access.Role;
import org.bmac.building.Node;
import org.bmac.node.Generation;
import org.bmac.point.Kind;
import org.bmac.simulator.SimulatedNode;
import org.junit.jupiter.api.Test;

/** An engineer looks after a node that really speaks: from unknown to configured, restarted, blocked and let in again. */
class NodesIT extends BuildingUnderTest {
    private static final String UID = "a020a6f00001";

    @Test
    void anUnknownNodeIsConfiguredSentConfirmedAndRestartedAndItsLogIsSearched() {
        try (SimulatedNode node =
                SimulatedNode.firmware(mosquitto().uri(), UID, Generation.CAREFUL, Clock.systemUTC())) {
            node.feel(Kind.TEMPERATURE, 0, 21.5);
            Awaitility.await().until(() -> buildings.current().nodeOfUid(UID) != null);
            signInAs(Role.ENGINEER);
            open("/nodes");
            page.getByLabel("Find a node").fill(UID);
            assertThat(page.getByText(Pattern.compile("^1 node"))).isVisible();
            page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Without a location"))
                    .click();
            configure();
            assertThat(card("Configuration")
                            .getByText("Confirmed: it runs Temperature, humidity, pressure; Fans (PWM)."))
                    .isVisible();
            assertThat(card("Points").getByText("21.5").first()).isVisible();
            assertThat(configured().location()).isEqualTo("it-lab");
            assertThat(configured().modules()).isEqualTo(0x21);
            keep("node-configured");
            pingAndRestart();
            searchLog();
            blockAndLetIn();
            rollCall();
            looksRight();
        }
    }

    private void configure() {
        Locator card = card("Configuration");
        card.getByLabel("Location").fill("it lab");
        module(card, "CO₂").click();
        module(card, "Coffee counters").click();
        assertThat(card.getByText("CO₂ and Coffee counters both need GPIO 1 and 3."))
                .isVisible();
        assertThat(card.getByText("A location has no blank")).isVisible();
        keep("node-objections");
        module(card, "CO₂").click();
        module(card, "Coffee counters").click();
        card.getByLabel("Location").fill("it-lab");
        module(card, "Temperature, humidity, pressure").click();
        module(card, "Fans (PWM)").click();
        card.getByRole(AriaRole.BUTTON, named("Save and send")).click();
    }

    private static Locator module(Locator card, String name) {
        return card.getByRole(AriaRole.CHECKBOX, named(name));
    }

    private void pingAndRestart() {
        pageButton("Ping").click();
        assertThat(page.getByText(Pattern.compile("^Answered after \\d+ ms\\.$")))
                .isVisible();
        pageButton("Restart …").click();
        pageButton("Restart").click();
        assertThat(page.getByText("Told to restart.")).isVisible();
    }

    private void searchLog() {
        Locator log = card("Log");
        log.getByLabel("Find in the log").fill("MOD_ACTIVE");
        assertThat(log.getByText(Pattern.compile("cc/" + UID + " - mod_active;"))
                        .first())
                .isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(30_000));
        log.getByLabel("Find in the log").fill("no such words");
        assertThat(log.getByText("No line fits.")).isVisible();
        log.getByLabel("Find in the log").fill("");
    }

    private void blockAndLetIn() {
        Locator card = card("Place and admission");
        card.getByRole(AriaRole.BUTTON, named("Block")).click();
        assertThat(card.getByText(Pattern.compile("^Blocked by "))).isVisible();
        assertThat(page.locator(".node-state")).hasText("Blocked");
        assertThat(card("Statistics").getByText("Dropped while blocked")).isVisible();
        card.getByRole(AriaRole.BUTTON, named("Unblock")).click();
        assertThat(page.locator(".node-state")).hasText("Online");
    }

    private void rollCall() {
        open("/nodes");
        pageButton("Roll call").click();
        assertThat(page.getByText(Pattern.compile("^\\d+ of \\d+ nodes? answered.*[.:]$")))
                .isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(30_000));
    }

    private void looksRight() {
        for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
            for (int[] size : new int[][] {{1440, 900}, {1024, 768}, {390, 844}}) {
                page.setViewportSize(size[0], size[1]);
                String end = size[0] + "-" + scheme.name().toLowerCase(Locale.ROOT);
                open("/nodes");
                assertThat(page.getByText("it-lab").first()).isVisible();
                keep("nodes-" + end);
                open("/nodes/" + UID);
                assertThat(card("Log")).isVisible();
                page.screenshot(new Page.ScreenshotOptions()
                        .setFullPage(true)
                        .setPath(java.nio.file.Path.of("target", "browser", "node-" + end + ".png")));
            }
        }
        assertThat(configured().placed()).isFalse();
    }

    private Node configured() {
        return Objects.requireNonNull(buildings.current().nodeOfUid(UID));
    }

    private Locator card(String title) {
        return page.getByRole(
                AriaRole.REGION, new Page.GetByRoleOptions().setName(title).setExact(true));
    }
}
