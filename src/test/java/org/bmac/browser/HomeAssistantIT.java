package org.bmac.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.awaitility.Awaitility;
import org.bmac.access.Role;
import org.bmac.broker.Message;
import org.bmac.broker.NodeConnection;
import org.bmac.broker.Outgoing;
import org.bmac.broker.Properties5;
import org.bmac.building.FloorId;
import org.bmac.building.Node;
import org.bmac.building.Placement;
import org.bmac.building.Point;
import org.bmac.building.Spot;
import org.bmac.command.Command;
import org.bmac.command.Outcome;
import org.bmac.command.Wish;
import org.bmac.point.Bytes;
import org.bmac.point.Kind;
import org.bmac.point.Value;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Devices of another world and Home Assistant itself, over a real Mosquitto. */
class HomeAssistantIT extends OutputsUnderTest {
    private static final String HA = "hass";
    private static final String PLUG = """
            {"name":"Plug","stat_t":"stat/plug/POWER","cmd_t":"cmnd/plug/POWER","uniq_id":"plug_1",
             "dev":{"ids":["plug"],"name":"Water boiler","mf":"Tasmota","mdl":"Plug"}}""";

    private final Map<String, String> heard = new ConcurrentHashMap<>();

    @DynamicPropertySource
    static void otherWorlds(DynamicPropertyRegistry registry) {
        registry.add("bmac.homeassistant.enabled", () -> "true");
        registry.add("bmac.homeassistant.publish", () -> "true");
        registry.add("bmac.homeassistant.user", () -> HA);
    }

    @Test
    void aDeviceThatAnnouncesItselfIsPlacedSeenAndSwitched() {
        FloorId floor = newFloor("Meeting");
        try (NodeConnection device = outside("zigbee2mqtt", this::hear)) {
            device.subscribe("cmnd/#", 1).join();
            announce(device, "sensor/0x00158d0001/temperature", climate("temperature", "°C"));
            announce(device, "sensor/0x00158d0001/humidity", climate("humidity", "%"));
            announce(device, "sensor/0x00158d0001/battery", climate("battery", "%"));
            announce(device, "switch/plug", PLUG);
            announce(
                    device,
                    "camera/door",
                    "{\"name\":\"Door\",\"topic\":\"zigbee2mqtt/door\",\"dev\":{\"ids\":\"door\"}}");
            Awaitility.await().until(() -> node("Meeting room climate") != null && node("Water boiler") != null);
            signInAs(Role.ENGINEER);
            open("/discovered");
            assertThat(page.getByText("3 devices have announced themselves.")).isVisible();
            assertThat(page.getByText("Nothing of it can be shown")).isVisible();
            looksRight("discovered");
            page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Place Meeting room climate …"))
                    .click();
            assertThat(page.getByRole(
                            AriaRole.HEADING, new Page.GetByRoleOptions().setName("Place Meeting room climate")))
                    .isVisible();
            keep("discovered-place");
            place("Meeting room climate", floor, 0.3);
            Node boiler = place("Water boiler", floor, 0.7);
            say(device, "zigbee2mqtt/meeting", "{\"temperature\":21.5,\"humidity\":40.25,\"battery\":97}");
            open("/floor/" + floor.number());
            assertThat(marker(Pattern.compile("^Temperature, Meeting, 21.5 °C")))
                    .isVisible(PATIENTLY);
            Point relay = Objects.requireNonNull(buildings.current().pointOf(boiler.id(), Kind.RELAY, 0));
            var asked = commands.request(admin(), "test", Wish.override(relay.id(), new Value.Switched(true)));
            Awaitility.await().until(() -> "ON".equals(heard.get("cmnd/plug/POWER")));
            say(device, "stat/plug/POWER", "ON");
            Command done = asked.end().join();
            Assertions.assertThat(done.outcome()).contains(new Outcome.Confirmed(new Value.Switched(true)));
            assertThat(marker(Pattern.compile("^Plug, Meeting, on"))).isVisible(PATIENTLY);
            keep("discovered-map");
            say(device, "zigbee2mqtt/bridge/state", "{\"state\":\"offline\"}");
            assertThat(marker(Pattern.compile("^Temperature, Meeting, .*offline")))
                    .isVisible(PATIENTLY);
            open("/nodes/" + boiler.uid());
            assertThat(page.getByText("MQTT discovery")).isVisible();
            keep("discovered-node");
        }
    }

    @Test
    void homeAssistantSeesOurNodesAndCommandsWhatItsAccountMay() {
        if (users.all().stream().noneMatch(user -> user.name().equals(HA))) {
            users.add(admin(), HA, Role.OPERATOR);
        }
        Lab lab = newLab("Workshop");
        try (NodeConnection ha = outside("home-assistant", this::hear)) {
            ha.subscribe("homeassistant/device/#", 1).join();
            ha.subscribe("bmac/#", 1).join();
            String config = "homeassistant/device/bmac_" + lab.node().uid() + "/config";
            String fan = "bmac/points/" + lab.fan().id();
            Awaitility.await().untilAsserted(() -> Assertions.assertThat(heard.getOrDefault(config, ""))
                    .contains("\"platform\":\"fan\"", "\"suggested_area\":\"Workshop\""));
            Assertions.assertThat(heard.get("bmac/status")).isEqualTo("online");
            Awaitility.await().until(() -> "{\"value\":0,\"quality\":\"good\"}".equals(heard.get(fan)));

            say(ha, fan + "/set", "60");

            Awaitility.await().until(() -> lab.node().output(Kind.FAN, 4) == 60);
            Awaitility.await().until(() -> "{\"value\":60,\"quality\":\"good\"}".equals(heard.get(fan)));
            Assertions.assertThat(isHeld(lab.fan().id())).isTrue();
            Assertions.assertThat(commands.overrides())
                    .filteredOn(held -> held.point().equals(lab.fan().id()))
                    .extracting(held -> held.slot().actor())
                    .containsExactly("hass (Home Assistant)");

            buildings.place(lab.fan().node(), null);
            Awaitility.await().until(() -> "".equals(heard.get(config)));
        }
    }

    private void hear(Message message) {
        heard.put(message.topic(), message.payload().text());
    }

    private static String climate(String quantity, String unit) {
        return """
            {"device":{"identifiers":["zigbee2mqtt_0x00158d0001"],"name":"Meeting room climate","manufacturer":"Aqara",
             "model":"Temperature and humidity sensor (WSDCGQ11LM)"},"device_class":"%s",
             "state_topic":"zigbee2mqtt/meeting","unique_id":"0x00158d0001_%s","unit_of_measurement":"%s",
             "availability":[{"topic":"zigbee2mqtt/bridge/state","value_template":"{{ value_json.state }}"}],
             "value_template":"{{ value_json.%s }}"}""".formatted(quantity, quantity, unit, quantity);
    }

    private static void announce(NodeConnection device, String topic, String json) {
        device.publish(new Outgoing("homeassistant/" + topic + "/config", Bytes.of(json), 1, true, Properties5.NONE))
                .join();
    }

    private static void say(NodeConnection device, String topic, String payload) {
        device.publish(new Outgoing(topic, Bytes.of(payload), 1, false, Properties5.NONE))
                .orTimeout(20, java.util.concurrent.TimeUnit.SECONDS)
                .join();
    }

    private org.bmac.building.@org.jspecify.annotations.Nullable Node node(String location) {
        return buildings.current().nodeOfLocation(location);
    }

    private Node place(String location, FloorId floor, double x) {
        Node node = Objects.requireNonNull(node(location));
        buildings.place(node.id(), new Placement(floor, new Spot(x, 0.5)));
        return node;
    }

    private void looksRight(String name) {
        for (ColorScheme scheme : List.of(ColorScheme.DARK, ColorScheme.LIGHT)) {
            page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
            for (int[] size : new int[][] {{390, 844}, {1024, 768}, {1440, 900}}) {
                page.setViewportSize(size[0], size[1]);
                page.locator("summary").first().click();
                String end = size[0] + "-" + scheme.name().toLowerCase(Locale.ROOT);
                page.screenshot(
                        new Page.ScreenshotOptions().setPath(Path.of("target", "browser", name + "-" + end + ".png")));
            }
        }
    }
}
