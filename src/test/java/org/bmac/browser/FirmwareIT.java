package org.bmac.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.bmac.access.Role;
import org.bmac.firmware.TestImages;
import org.bmac.node.Generation;
import org.bmac.simulator.SimulatedNode;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** An engineer brings nodes a new program over real MQTT and HTTP; one of them fails. */
class FirmwareIT extends BuildingUnderTest {
    private static final int NODES = 5;

    @Value("${bmac.firmware.port}")
    private int firmwarePort;

    @DynamicPropertySource
    static void firmware(DynamicPropertyRegistry registry) throws IOException {
        try (ServerSocket free = new ServerSocket(0)) {
            int port = free.getLocalPort();
            registry.add("bmac.firmware.port", () -> port);
        }
        registry.add("bmac.firmware.address", () -> "127.0.0.1");
    }

    @Test
    void aRolloutStopsAtTheNodeThatFailsGoesOnWhenItIsMendedAndIsRolledBack() {
        List<SimulatedNode> nodes = new ArrayList<>();
        try {
            for (int i = 1; i <= NODES; i++) {
                String uid = "a020a6d0000" + i;
                nodes.add(SimulatedNode.firmware(mosquitto().uri(), uid, Generation.CAREFUL, Clock.systemUTC()));
            }
            URI server = URI.create("http://127.0.0.1:" + firmwarePort);
            nodes.forEach(node -> node.firmwareFrom(server));
            nodes.get(1).firmwareFrom(URI.create("http://127.0.0.1:1"));
            Awaitility.await().until(() -> nodes.stream()
                    .allMatch(node -> buildings.current().nodeOfUid(node.uid()) != null));
            signInAs(Role.ENGINEER);
            open("/firmware");
            assertThat(page.getByText("No image has been brought yet.")).isVisible();
            refused();
            bring("unknown", "0.3");
            correct("0.3");
            rollOut("sensor 0.3");
            Locator card = card("Roll-out of sensor 0.3");
            assertThat(card.getByText("240 s for each node")).isVisible();
            assertThat(card.getByText("Stopped by itself")).isVisible();
            assertThat(card.getByText("It said: Firmware update failed.")).isVisible();
            assertThat(card.getByText("5 nodes, 1 back, 3 waiting, 1 failed.")).isVisible();
            keep("firmware-stopped");

            nodes.get(1).firmwareFrom(server);
            card.getByRole(AriaRole.BUTTON, named("Try those that failed again"))
                    .click();
            assertThat(card.getByText("5 nodes, 5 back.")).isVisible();
            assertThat(card.getByText("Done", new Locator.GetByTextOptions().setExact(true)))
                    .isVisible();
            bring("0.4", "0.4");
            rollOut("sensor 0.4");
            Locator second = card("Roll-out of sensor 0.4");
            assertThat(second.getByText("5 nodes, 5 back.")).isVisible();
            second.getByRole(AriaRole.BUTTON, named("Roll back")).click();
            Locator back = card("Roll-out of Back from sensor 0.4");
            assertThat(back.getByText("5 nodes, 5 back.")).isVisible();
            looksRight();
        } finally {
            nodes.forEach(SimulatedNode::close);
        }
    }

    private void refused() {
        choose("page.bin", "<html>404</html>".getBytes(StandardCharsets.UTF_8));
        page.getByLabel("Version, as nodes say it").fill("9");
        pageButton("Keep this image").click();
        assertThat(page.getByText(Pattern.compile("^This is no image for an ESP8266")))
                .isVisible();
        open("/firmware");
    }

    private void choose(String name, byte[] content) {
        page.locator("vaadin-upload input[type=file]")
                .setInputFiles(new FilePayload(name, "application/octet-stream", content));
        assertThat(page.getByLabel("Name").first()).hasValue(name.replace(".bin", ""));
    }

    private void bring(String version, String truth) {
        choose("sensor.bin", TestImages.esp8266(truth).toArray());
        page.getByLabel("Version, as nodes say it").fill(version);
        pageButton("Keep this image").click();
        assertThat(page.getByText("sensor " + version + " is kept. It is for an ESP8266."))
                .isVisible();
    }

    private void correct(String version) {
        pageButton("Correct sensor unknown").click();
        Locator form = page.locator(".firmware-card").filter(new Locator.FilterOptions().setHasText("Correct sensor"));
        form.getByLabel("Version, as nodes say it").fill("");
        form.getByRole(AriaRole.BUTTON, named("Save")).click();
        assertThat(form.getByText("An image needs a version of 1 to 200 characters."))
                .isVisible();
        shots("firmware-correct");
        form.getByLabel("Version, as nodes say it").fill(version);
        form.getByLabel("Notes").fill("For the meeting rooms");
        form.getByRole(AriaRole.BUTTON, named("Save")).click();
        assertThat(pageButton("Roll out sensor " + version)).isVisible();
        assertThat(page.getByText("For the meeting rooms")).isVisible();
    }

    private void rollOut(String image) {
        pageButton("Roll out " + image).click();
        assertThat(page.getByText("5 nodes; first a020a6d00001.")).isVisible();
        assertThat(page.getByLabel("Time to be back")).hasValue("300");
        page.getByLabel("Time to be back").fill("9");
        pageButton("Start the roll-out").click();
        assertThat(page.getByText("What a node may take is 9 s; allowed is 10 s to 24 h."))
                .isVisible();
        if (image.endsWith("0.3")) {
            shots("firmware-rollout");
        }
        page.getByLabel("Time to be back").fill("240");
        pageButton("Start the roll-out").click();
    }

    private Locator card(String name) {
        return page.getByRole(
                AriaRole.GROUP, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    /** As it is now, in each size and colour. */
    private void shots(String name) {
        for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
            for (int[] size : new int[][] {{390, 844}, {1440, 900}}) {
                page.setViewportSize(size[0], size[1]);
                String end = size[0] + "-" + scheme.name().toLowerCase(Locale.ROOT);
                page.screenshot(new Page.ScreenshotOptions()
                        .setFullPage(true)
                        .setPath(java.nio.file.Path.of("target", "browser", name + "-" + end + ".png")));
            }
        }
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
    }

    private void looksRight() {
        for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
            for (int[] size : new int[][] {{1440, 900}, {1024, 768}, {390, 844}}) {
                page.setViewportSize(size[0], size[1]);
                open("/firmware");
                assertThat(card("Roll-out of sensor 0.3")).isVisible();
                String end = size[0] + "-" + scheme.name().toLowerCase(Locale.ROOT);
                page.screenshot(new Page.ScreenshotOptions()
                        .setFullPage(true)
                        .setPath(java.nio.file.Path.of("target", "browser", "firmware-" + end + ".png")));
            }
        }
    }
}
