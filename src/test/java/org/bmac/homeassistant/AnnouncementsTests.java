package org.bmac.homeassistant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.bmac.node.ForeignRequest;
import org.bmac.point.Bytes;
import org.bmac.point.Kind;
import org.bmac.point.Unit;
import org.bmac.point.Value;
import org.junit.jupiter.api.Test;

/** Announcements as the four families of devices make them, and as strangers might. */
class AnnouncementsTests {
    private static final Announcements READER = new Announcements(
            "homeassistant", new Trust(List.of("zigbee2mqtt", "tele", "stat", "cmnd", "tasmota", "office", "shelly")));

    private static Announcement.Told told(String topic, String json) {
        return (Announcement.Told) READER.read("homeassistant/" + topic + "/config", Bytes.of(json));
    }

    private static Signal only(String topic, String json) {
        Announcement.Told told = told(topic, json);
        assertThat(told.unsupported()).isEmpty();
        assertThat(told.signals()).hasSize(1);
        return told.signals().getFirst();
    }

    @Test
    void aClimateSensorOfZigbee2MqttIsATemperature() {
        Announcement.Told told = told("sensor/0x00158d01/temperature", """
                {"availability":[{"topic":"zigbee2mqtt/bridge/state","value_template":"{{ value_json.state }}"}],
                 "device":{"identifiers":["zigbee2mqtt_0x00158d01"],"name":"Meeting room"},"device_class":"temperature",
                 "state_topic":"zigbee2mqtt/Meeting room","unique_id":"0x00158d01_temperature",
                 "unit_of_measurement":"°C","value_template":"{{ value_json.temperature }}"}""");
        Signal signal = told.signals().getFirst();

        assertThat(told.device()).isEqualTo(new Device("zigbee2mqtt_0x00158d01", "Meeting room", ""));
        assertThat(signal.read(Bytes.of("{\"temperature\":21.5,\"battery\":90}")))
                .contains(new Value.Quantity(21.5, Unit.CELSIUS));
        assertThat(signal.read(Bytes.of("{\"battery\":90}"))).isEmpty();
        Availability availability = signal.presence().sources().getFirst();
        assertThat(availability.read(Bytes.of("{\"state\":\"offline\"}"))).contains(false);
        assertThat(availability.read(Bytes.of("{\"state\":\"online\"}"))).contains(true);
        assertThat(availability.read(Bytes.of("nonsense"))).isEmpty();
    }

    @Test
    void aSwitchOfTasmotaIsARelayThatTakesCommands() {
        Signal signal = only("switch/A1B2_RL_1", """
                {"name":"Pump","~":"tasmota/A1B2/","stat_t":"~tele/STATE","avty_t":"~tele/LWT","pl_avail":"Online",
                 "pl_not_avail":"Offline","cmd_t":"~cmnd/POWER","val_tpl":"{{ value_json.POWER }}","pl_off":"OFF",
                 "pl_on":"ON","uniq_id":"A1B2_RL_1","dev":{"ids":["A1B2"]}}""");

        assertThat(signal.topic()).isEqualTo("tasmota/A1B2/tele/STATE");
        assertThat(signal.order()).isEqualTo(new Order.Words("tasmota/A1B2/cmnd/POWER", "ON", "OFF"));
        assertThat(signal.read(Bytes.of("{\"POWER\":\"ON\"}"))).contains(new Value.Switched(true));
        assertThat(signal.read(Bytes.of("{\"POWER\":\"PERHAPS\"}")).orElseThrow())
                .isInstanceOf(Value.Unreadable.class);
    }

    @Test
    void motionAndFahrenheitOfEspHomeAreOurs() {
        Signal motion = only("binary_sensor/office/pir", """
                {"dev_cla":"motion","name":"PIR","stat_t":"office/binary_sensor/pir/state","uniq_id":"pir","dev":{"ids":"a"}}""");
        Signal heat = only("sensor/office/heat", """
                {"dev_cla":"temperature","unit_of_meas":"°F","stat_t":"office/sensor/heat/state","dev":{"ids":"a"}}""");

        assertThat(motion.read(Bytes.of("ON"))).contains(new Value.Motion(true));
        assertThat(heat.read(Bytes.of("212")).orElseThrow()).isInstanceOf(Value.Unreadable.class);
        assertThat(heat.read(Bytes.of("50")).orElseThrow().asNumber()).isCloseTo(10, within(1e-9));
        assertThat(heat.read(Bytes.of("unknown"))).isEmpty();
    }

    @Test
    void aWholeDeviceAsShelliesCanBeAnnouncedIsReadWithAllItsComponents() {
        Announcement.Told told = told("device/shelly1", """
                {"dev":{"ids":"shelly1"},"o":{"name":"x"},"state_topic":"shelly/1/state","avty_t":"shelly/1/online",
                 "pl_avail":"true","pl_not_avail":"false","cmps":{
                 "relay":{"p":"switch","uniq_id":"s1r","command_topic":"shelly/1/rpc","value_template":"{{ 'ON' if value_json.output else 'OFF' }}"},
                 "power":{"p":"sensor","name":"Power","dev_cla":"power","unit_of_meas":"W"},
                 "fan":{"p":"fan","pct_stat_t":"shelly/1/fan","spd_rng_min":1,"spd_rng_max":4}}}""");

        assertThat(told.signals()).extracting(signal -> signal.meaning().kind()).containsExactly(Kind.RELAY, Kind.FAN);
        assertThat(told.signals().getFirst().read(Bytes.of("{\"output\":true}")))
                .contains(new Value.Switched(true));
        assertThat(told.signals().getLast().read(Bytes.of("3"))).contains(new Value.Duty(75));
        assertThat(told.signals().getLast().read(Bytes.of("0"))).contains(new Value.Duty(0));
        assertThat(told.unsupported())
                .containsExactly(new Announcement.Unsupported("Power", "A sensor of 'power' in 'W' is not supported."));
        assertThat(told.signals())
                .allSatisfy(signal -> assertThat(signal.presence().sources())
                        .extracting(Availability::topic)
                        .containsExactly("shelly/1/online"));
    }

    @Test
    void theMeasuredTemperatureOfAClimateIsTakenAndTheWantedOneIsNamed() {
        Announcement.Told told = told("climate/x", """
                {"name":"Radiator","curr_temp_t":"zigbee2mqtt/x","curr_temp_tpl":"{{ value_json.local_temperature }}",
                 "temp_stat_t":"zigbee2mqtt/x"}""");

        assertThat(told.signals().getFirst().read(Bytes.of("{\"local_temperature\":19}")))
                .contains(new Value.Quantity(19, Unit.CELSIUS));
        assertThat(told.unsupported())
                .containsExactly(new Announcement.Unsupported("Radiator", "The wanted temperature is not supported."));
    }

    @Test
    void whatSwitchesIsToldInTheWordsOfItsAnnouncement() {
        Signal relay = only("switch/x", """
                {"stat_t":"tele/x","cmd_t":"cmnd/x","pl_on":"1","pl_off":"0","dev":{"ids":"x"}}""");
        Signal light = told("light/x", """
                {"schema":"json","brightness":true,"stat_t":"zigbee2mqtt/l","cmd_t":"zigbee2mqtt/l/set","dev":{"ids":"x"}}""").signals().getFirst();

        assertThat(relay.order().request(new Value.Switched(true)))
                .contains(new ForeignRequest("cmnd/x", Bytes.of("1")));
        assertThat(relay.order().request(new Value.Duty(50))).isEmpty();
        assertThat(light.order().request(new Value.Switched(false)))
                .contains(new ForeignRequest("zigbee2mqtt/l/set", Bytes.of("{\"state\":\"OFF\"}")));
    }

    @Test
    void aFanIsToldItsStepsAndSwitchedOffByItsPower() {
        Signal fan = only("fan/x", """
                {"stat_t":"tele/f","cmd_t":"cmnd/f","pct_stat_t":"tele/p","pct_cmd_t":"cmnd/p","spd_rng_min":1,
                 "spd_rng_max":4,"dev":{"ids":"x"}}""");

        assertThat(fan.order().request(new Value.Duty(75))).contains(new ForeignRequest("cmnd/p", Bytes.of("3")));
        assertThat(fan.order().request(new Value.Duty(0))).contains(new ForeignRequest("cmnd/f", Bytes.of("OFF")));
        assertThat(fan.order().request(new Value.Duty(60)))
                .as("between two steps")
                .isEmpty();
        assertThat(fan.power()).isNotNull();
        assertThat(Objects.requireNonNull(fan.power()).read(Bytes.of("OFF"))).contains(false);
        assertThat(fan.power().read(Bytes.of("PERHAPS"))).isEmpty();
    }

    @Test
    void whatCannotBeTakenWholeIsNamed() {
        Announcement.Told light = told("light/x", """
                {"name":"Lamp","stat_t":"tele/x","cmd_t":"cmnd/x","bri_cmd_t":"cmnd/b"}""");
        Announcement.Told relay = told(
                "switch/x", "{\"name\":\"Pump\",\"stat_t\":\"tele/x\",\"cmd_t\":\"cmnd/x\",\"cmd_tpl\":\"{{ 1 }}\"}");

        assertThat(light.signals().getFirst().isCommandable()).isTrue();
        assertThat(light.unsupported())
                .containsExactly(new Announcement.Unsupported(
                        "Lamp", "Its brightness is not supported; it is switched on and off."));
        assertThat(relay.signals().getFirst().isCommandable()).isFalse();
        assertThat(relay.unsupported())
                .containsExactly(new Announcement.Unsupported(
                        "Pump", "It cannot be commanded: the template of its commands is not supported."));
    }

    @Test
    void aComponentsOwnAvailabilityCountsBeforeItsDevices() {
        Announcement.Told told = told("device/x", """
                {"dev":{"ids":"x"},"avty_t":"tele/device","cmps":{
                 "a":{"p":"sensor","dev_cla":"humidity","stat_t":"tele/a","exp_aft":90},
                 "b":{"p":"sensor","dev_cla":"humidity","stat_t":"tele/b","avty_mode":"all",
                      "avty":[{"t":"tele/1"},{"t":"tele/2","pl_not_avail":"gone"}]}}}""");

        assertThat(told.signals().getFirst().presence().sources())
                .extracting(Availability::topic)
                .containsExactly("tele/device");
        assertThat(told.signals().getFirst().expires()).isEqualTo(Duration.ofSeconds(90));
        Presence own = told.signals().getLast().presence();
        assertThat(own.mode()).isEqualTo(Presence.Mode.ALL);
        assertThat(own.sources()).extracting(Availability::topic).containsExactly("tele/1", "tele/2");
        assertThat(own.sources().getLast().read(Bytes.of("gone"))).contains(false);
        assertThat(told.signals().getLast().expires()).isNull();
    }

    @Test
    void whatIsForTheDevicesOwnCareIsNotCommanded() {
        Announcement.Told join = told("switch/bridge/join", """
                {"name":"Permit join","stat_t":"zigbee2mqtt/bridge/info","cmd_t":"zigbee2mqtt/bridge/request/permit_join"}""");
        Announcement.Told chip = told("sensor/x", """
                {"name":"Chip","dev_cla":"temperature","stat_t":"tele/x","ent_cat":"diagnostic"}""");

        assertThat(join.signals().getFirst().isCommandable()).isFalse();
        assertThat(chip.signals()).isEmpty();
        assertThat(chip.unsupported())
                .containsExactly(new Announcement.Unsupported(
                        "Chip", "It is for the device's own care, and no quantity of the building."));
    }

    @Test
    void topicsThatBreakClientsAreNotTrusted() {
        Trust trust = new Trust(List.of("tele"));

        for (String bad :
                List.of("tele/\uffff", "tele/\ud800", "tele/\u0085", "tele/\u007f", "tele" + "/".repeat(30))) {
            assertThat(trust.allows(bad)).as(bad).isFalse();
        }
        assertThat(trust.allows("tele/Küche/1")).isTrue();
    }

    @Test
    void refusalsAreBounded() {
        StringBuilder many = new StringBuilder();
        for (int i = 0; i < 150; i++) {
            many.append("\"c")
                    .append(i)
                    .append("\":{\"p\":\"sensor\",\"dev_cla\":\"humidity\",\"stat_t\":\"tele/x\"},");
        }
        Announcement.Told told = told(
                "device/x",
                "{\"dev\":{\"ids\":\"x\"},\"avty\":[" + "{\"t\":\"x\"},".repeat(4_000) + "{}],\"cmps\":{" + many
                        + "\"z\":{}}}");

        assertThat(told.unsupported()).hasSize(50);
        assertThat(told.signals()).hasSize(150);
    }

    @Test
    void truthsAreWrittenInEitherWay() {
        Signal motion = only("binary_sensor/x", """
                {"dev_cla":"occupancy","stat_t":"zigbee2mqtt/m","val_tpl":"{{ value_json.occupancy }}","pl_on":"True",
                 "pl_off":false,"dev":{"ids":"x"}}""");

        assertThat(motion.read(Bytes.of("{\"occupancy\":true}"))).contains(new Value.Motion(true));
        assertThat(motion.read(Bytes.of("{\"occupancy\":false}"))).contains(new Value.Motion(false));
    }

    @Test
    void topicsThatAreNotTrustedAreRefusedAndCounted() {
        Announcement.Told foreign =
                told("sensor/x", "{\"dev_cla\":\"humidity\",\"stat_t\":\"nsa/x\",\"avty_t\":\"zigbee2mqttx/y\"}");
        Announcement.Told wild = told("sensor/x", "{\"dev_cla\":\"humidity\",\"stat_t\":\"tele/#\"}");
        Announcement.Told command = told("switch/x", "{\"stat_t\":\"tele/a\",\"cmd_t\":\"switch/all\"}");

        assertThat(foreign.signals()).isEmpty();
        assertThat(foreign.untrusted()).isEqualTo(1);
        assertThat(wild.signals()).isEmpty();
        assertThat(command.untrusted()).isEqualTo(1);
        assertThat(command.signals().getFirst().isCommandable()).isFalse();
        assertThat(command.unsupported())
                .containsExactly(new Announcement.Unsupported("switch/x", "The topic 'switch/all' is not trusted."));
    }

    @Test
    void anEmptyAnnouncementRemovesAndAnotherTopicIsNone() {
        assertThat(READER.read("homeassistant/sensor/a/b/config", Bytes.NONE))
                .isEqualTo(new Announcement.Removed("sensor/a/b"));
        assertThat(READER.read("homeassistant/status", Bytes.of("online"))).isEqualTo(new Announcement.NotOne());
        assertThat(READER.read("homeassistant/config", Bytes.of("{}"))).isEqualTo(new Announcement.NotOne());
        assertThat(READER.read("homeassistant/a/b/c/d/config", Bytes.of("{}"))).isEqualTo(new Announcement.NotOne());
    }

    @Test
    void whatIsTooLongTooDeepOrNoObjectIsRefused() {
        for (String bad : List.of(
                "{", "[]", "1", "{\"a\":".repeat(5_000), " ".repeat(70_000), "{\"a\":" + "9".repeat(99) + "}")) {
            assertThat(READER.read("homeassistant/sensor/a/config", Bytes.of(bad)))
                    .isInstanceOf(Announcement.Refused.class);
        }
    }

    @Test
    void aDeviceOfThousandsOfComponentsIsCutAndThatIsSaid() {
        StringBuilder many = new StringBuilder("{\"cmps\":{\"c\":{\"p\":\"x\"}");
        for (int i = 0; i < 3_000; i++) {
            many.append(",\"").append(i).append("\":{\"p\":\"x\"}");
        }
        Announcement.Told told = told("device/d", many.append("}}").toString());

        assertThat(told.unsupported())
                .hasSize(50)
                .last()
                .isEqualTo(new Announcement.Unsupported("Further things", "There are more that cannot be shown."));
    }

    @Test
    void randomDamageIsAnsweredAndNeverThrown() {
        byte[] good = Bytes.of(
                        "{\"~\":\"tele/a\",\"stat_t\":\"~/b\",\"p\":\"fan\",\"dev\":{\"ids\":[\"a\",1]},\"avty\":[{\"t\":\"~/c\"}],"
                                + "\"val_tpl\":\"{{ value_json.a | round(1) }}\",\"dev_cla\":\"humidity\",\"cmps\":{\"x\":{\"p\":\"sensor\"}}}")
                .toArray();
        String[] topics = {"sensor/a", "device/a", "fan/a/b", "climate/a", "light/a"};
        Random random = new Random(11);
        int told = 0;
        for (int i = 0; i < 500_000; i++) {
            byte[] bytes = good.clone();
            for (int changes = random.nextInt(4); changes >= 0; changes--) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
            }
            Announcement answer =
                    READER.read("homeassistant/" + topics[i % topics.length] + "/config", Bytes.wrap(bytes));
            if (answer instanceof Announcement.Told some) {
                told++;
                some.signals().forEach(signal -> signal.read(Bytes.wrap(bytes)));
            }
        }
        assertThat(told).isBetween(10_000, 490_000);
    }
}
