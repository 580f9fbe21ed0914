package org.bmac.homeassistant;

import static org.assertj.core.api.Assertions.assertThat;

import org.bmac.broker.Outgoing;
import org.bmac.building.Buildings;
import org.bmac.building.Dialect;
import org.bmac.building.Node;
import org.bmac.building.Point;
import org.bmac.building.TestBuildings;
import org.bmac.live.Latest;
import org.bmac.point.Bytes;
import org.bmac.point.Kind;
import org.bmac.point.PointId;
import org.bmac.point.Quality;
import org.bmac.point.Unit;
import org.bmac.point.Value;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

/** What is said to Home Assistant, and what it says. */
class PublicationTests {
    private static final String UID = "a020a6000001";

    private final Buildings buildings = TestBuildings.empty(_ -> {});
    private final Node node = buildings.addNode(UID, "lab-1", Dialect.FIRMWARE, 0);

    private JsonNode announced(Point point, boolean commanded) {
        Outgoing message =
                Publication.announcement("homeassistant", buildings.current(), node, _ -> true, _ -> commanded);
        assertThat(message.topic()).isEqualTo("homeassistant/device/bmac_" + UID + "/config");
        assertThat(message.retain()).isTrue();
        return Json.read(message.payload()).path("components").path("bmac_" + point.id());
    }

    /** The reader of announcements takes ours for what they are: both sides of the language agree. */
    @Test
    void whatWeAnnounceCanBeReadAsAnAnnouncement() {
        buildings.ensurePoint(node.id(), Kind.TEMPERATURE, 0);
        Point relay = buildings.ensurePoint(node.id(), Kind.RELAY, 3);
        Outgoing message = Publication.announcement("ha", buildings.current(), node, _ -> true, _ -> true);

        Announcement read =
                new Announcements("ha", new Trust(java.util.List.of("bmac"))).read(message.topic(), message.payload());

        assertThat(read).isInstanceOfSatisfying(Announcement.Told.class, told -> {
            assertThat(told.device()).isEqualTo(new Device("bmac_" + UID, "lab-1", "BMaC"));
            assertThat(told.signals())
                    .extracting(signal -> signal.meaning().kind())
                    .contains(Kind.TEMPERATURE);
            assertThat(told.signals().getFirst().read(state(relay.id(), new Value.Quantity(21.5, Unit.CELSIUS))))
                    .contains(new Value.Quantity(21.5, Unit.CELSIUS));
        });
    }

    private static Bytes state(PointId point, Value value) {
        return Publication.state(new Latest(point, value, Quality.GOOD, null, ""))
                .payload();
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void everyKindIsAnEntityThatSaysItsStateAndWhetherItIsThere(Kind kind) {
        Point point = buildings.ensurePoint(node.id(), kind, 0);

        JsonNode read = announced(point, false);
        JsonNode moved = announced(point, true);

        assertThat(read.path("platform").asString("")).isIn("sensor", "binary_sensor");
        assertThat(read.has("command_topic")).isFalse();
        assertThat(moved.has("command_topic")).isEqualTo(kind.commandable());
        assertThat(moved.path("state_topic").asString("")).isEqualTo("bmac/points/" + point.id());
        assertThat(moved.path("availability")).hasSize(2);
        assertThat(moved.path("unique_id").asString("")).isEqualTo("bmac_" + point.id());
    }

    @Test
    void aValveOfTheFirmwareIsOpenOrShutAndOneOfBmac5Anywhere() {
        Point valve = buildings.ensurePoint(node.id(), Kind.VALVE, 1);
        Node other = buildings.addNode("a020a6000002", "lab-2", Dialect.BMAC5, 0);
        Point between = buildings.ensurePoint(other.id(), Kind.VALVE, 1);
        JsonNode components = Json.read(Publication.announcement("ha", buildings.current(), other, _ -> true, _ -> true)
                        .payload())
                .path("components");

        assertThat(announced(valve, true).path("reports_position").asBoolean(true))
                .isFalse();
        assertThat(components
                        .path("bmac_" + between.id())
                        .path("reports_position")
                        .asBoolean(false))
                .isTrue();
    }

    @Test
    void aStateIsItsNumberAndItsQuality() {
        PointId point = new PointId(7);

        Outgoing good = Publication.state(new Latest(point, new Value.Switched(true), Quality.GOOD, null, ""));
        Outgoing never = Publication.state(new Latest(point, null, Quality.NEVER_SEEN, null, "never"));

        assertThat(good.topic()).isEqualTo("bmac/points/7");
        assertThat(good.retain()).isTrue();
        assertThat(good.payload().text()).isEqualTo("{\"value\":1,\"quality\":\"good\"}");
        assertThat(never.payload().text()).isEqualTo("{\"value\":null,\"quality\":\"never-seen\"}");
    }

    @ParameterizedTest
    @CsvSource({
        "RELAY, ON, 1",
        "RELAY, off, 0",
        "RELAY, 1, 1",
        "FAN, 60, 60",
        "FAN, ON, 100",
        "FAN, 59.6, 60",
        "VALVE, OPEN, 100",
        "VALVE, CLOSE, 0",
        "CHANGEOVER, heating, 1",
        "CHANGEOVER, cooling, 0",
    })
    void aCommandIsAWordOrANumber(Kind kind, String payload, double number) {
        assertThat(Publication.wanted(kind, Bytes.of(payload))).contains(Value.of(kind, number));
    }

    @ParameterizedTest
    @CsvSource({
        "RELAY, 2",
        "RELAY, heating",
        "FAN, 101",
        "FAN, -1",
        "FAN, NaN",
        "FAN, ''",
        "VALVE, ajar",
        "CHANGEOVER, ON",
        "TEMPERATURE, 20",
        "RELAY, 000000000000000000000000000001",
    })
    void whatMakesNoSenseIsNoCommand(Kind kind, String payload) {
        assertThat(Publication.wanted(kind, Bytes.of(payload))).isEmpty();
    }

    @Test
    void onlyOurTopicsAreCommands() {
        assertThat(Publication.commanded("bmac/points/12/set")).contains(new PointId(12));
        assertThat(Publication.commanded("bmac/points//set")).isEmpty();
        assertThat(Publication.commanded("bmac/points/1/2/set")).isEmpty();
        assertThat(Publication.commanded("bmac/points/set")).isEmpty();
        assertThat(Publication.commanded("bmac/points/99999999999/set")).isEmpty();
    }
}
