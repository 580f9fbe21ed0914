package org.bmac.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.net.ServerSocket;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.awaitility.Awaitility;
import org.bmac.access.Role;
import org.bmac.firmware.TestImages;
import org.bmac.node.Channel;
import org.bmac.point.Kind;
import org.bmac.simulator.SimulatedNode;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** An engineer brings BMaC 5 nodes a new program, over {@code bmac5/U/fw} and HTTPS; one of them fails. */
class Bmac5FirmwareIT extends BuildingUnderTest {
    private static final int NODES = 3;
    private static int front;

    @DynamicPropertySource
    static void firmware(DynamicPropertyRegistry registry) throws IOException {
        try (ServerSocket free = new ServerSocket(0)) {
            front = free.getLocalPort();
        }
        registry.add("bmac.firmware.url", () -> "https://localhost:" + front);
    }

    @Test
    void aRolloutOverHttpsStopsAtTheNodeThatFailsGoesOnAndIsRolledBack() throws Exception {
        List<SimulatedNode> nodes = new ArrayList<>();
        try (HttpsFront https = new HttpsFront(front, path -> address(path).toString())) {
            for (int i = 1; i <= NODES; i++) {
                nodes.add(SimulatedNode.bmac5(
                        mosquitto().uri(),
                        "a020a6d5000" + i,
                        List.of(new Channel(0, Kind.TEMPERATURE, false, true, Duration.ofSeconds(5))),
                        Clock.systemUTC()));
            }
            nodes.getFirst().trust(https.context());
            nodes.getLast().trust(https.context());
            Awaitility.await().until(() -> nodes.stream()
                    .allMatch(node -> buildings.current().nodeOfUid(node.uid()) != null));
            signInAs(Role.ENGINEER);
            open("/firmware");
            bring("1.1");
            rollOut("sensor 1.1");
            Locator card = card("Roll-out of sensor 1.1");
            assertThat(card.getByText("Stopped by itself")).isVisible();
            assertThat(card.getByText("It said: Firmware update failed.")).isVisible();
            assertThat(card.getByText("3 nodes, 1 back, 1 waiting, 1 failed.")).isVisible();
            assertThat(row(card, 1)).containsText("1.1");
            assertThat(row(card, 2)).containsText("1.0");
            keep("bmac5-firmware-stopped");

            nodes.get(1).trust(https.context());
            card.getByRole(AriaRole.BUTTON, named("Try those that failed again"))
                    .click();
            assertThat(card.getByText("3 nodes, 3 back.")).isVisible();
            bring("1.2");
            rollOut("sensor 1.2");
            Locator second = card("Roll-out of sensor 1.2");
            assertThat(second.getByText("3 nodes, 3 back.")).isVisible();
            assertThat(row(second, 3)).containsText("1.2");
            second.getByRole(AriaRole.BUTTON, named("Roll back")).click();
            Locator back = card("Roll-out of Back from sensor 1.2");
            assertThat(back.getByText("3 nodes, 3 back.")).isVisible();
            assertThat(row(back, 3)).containsText("1.1");
        } finally {
            nodes.forEach(SimulatedNode::close);
        }
    }

    private static Locator row(Locator card, int node) {
        return card.getByRole(AriaRole.ROW).filter(new Locator.FilterOptions().setHasText("a020a6d5000" + node));
    }

    private void bring(String version) {
        byte[] content = TestImages.esp8266(version).toArray();
        page.locator("vaadin-upload input[type=file]")
                .setInputFiles(new FilePayload("sensor.bin", "application/octet-stream", content));
        assertThat(page.getByLabel("Name").first()).hasValue("sensor");
        page.locator("vaadin-select").last().click();
        page.getByRole(AriaRole.OPTION, new Page.GetByRoleOptions().setName("BMaC 5"))
                .click();
        page.getByLabel("Version, as nodes say it").fill(version);
        pageButton("Keep this image").click();
        assertThat(page.getByText("sensor " + version + " is kept. It is for an ESP8266."))
                .isVisible();
    }

    private void rollOut(String image) {
        pageButton("Roll out " + image).click();
        assertThat(page.getByText("3 nodes; first a020a6d50001.")).isVisible();
        pageButton("Start the roll-out").click();
    }

    private Locator card(String name) {
        return page.getByRole(
                AriaRole.GROUP, new Page.GetByRoleOptions().setName(name).setExact(true));
    }
}
