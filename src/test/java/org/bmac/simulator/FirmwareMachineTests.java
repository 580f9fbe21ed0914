package org.bmac.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.bmac.broker.Outgoing;
import org.bmac.node.FirmwareCodec;
import org.bmac.node.Generation;
import org.bmac.node.IoRequest;
import org.bmac.node.Maintenance;
import org.bmac.node.Module;
import org.bmac.node.PwmRequest;
import org.bmac.node.SwitchRequest;
import org.bmac.point.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FirmwareMachineTests {
    private static final String UID = "a020a6000002";
    private final Map<Kind, Double> felt = new HashMap<>();

    @ParameterizedTest
    @CsvSource({
        // capture, node, the location that it had stored before
        "C-pwm-io-first-boot, a020a6000002, a020a6000002",
        "D-pwm-io-commands, a020a6000002, lab-2",
        "E-jura-switch-motion-plant-juraterm, a020a6000004, sw-hall",
        "E-jura-switch-motion-plant-juraterm, a020a6000005, plant-1",
        "G-maintenance-ota-sos, a020a6000001, lab-1"
    })
    void itAnswersEveryCommandOfTheCapturesAsTheRealOne(String capture, String uid, String stored) throws Exception {
        Desk desk = desk(uid);
        desk.hear(new Maintenance.Location(stored).to(uid));
        desk.pass(Duration.ofSeconds(1));
        desk.effects();
        List<String> expected = new ArrayList<>();
        List<String> answered = new ArrayList<>();
        String location = stored;
        for (String[] line : lines(capture)) {
            if (line[2].equals("r0") && isFor(line[0], uid, location)) {
                desk.hear(line[0], line[1]);
                desk.pass(Duration.ofMillis(1_100));
                if (line[0].equals("cc/" + uid) && line[1].startsWith("6c6f633b")) {
                    location =
                            new String(java.util.HexFormat.of().parseHex(line[1].substring(8)), StandardCharsets.UTF_8);
                }
                answered.addAll(desk.said().stream()
                        .filter(FirmwareMachineTests::isAnswer)
                        .toList());
            } else if (line[2].equals("r0") && isAnswerOf(line, uid, location)) {
                expected.add((line[0] + " " + line[1]).trim());
            }
        }
        assertThat(answered).isEqualTo(expected);
        assertThat(expected).isNotEmpty();
    }

    @Test
    void itSubscribesInOrderAndThenAsksForItsConfiguration() {
        Desk desk = desk(UID);
        assertThat(desk.effects())
                .containsExactly(
                        new Effect.Subscribe("upgrade", 0),
                        new Effect.Subscribe("presence/tell", 0),
                        new Effect.Subscribe("presence/ping", 0),
                        new Effect.Subscribe("presence/restart/#", 0),
                        new Effect.Subscribe("cc/" + UID, 0),
                        new Effect.Subscribe("cc/ota_url", 0));
        desk.pass(Duration.ofMillis(100));
        assertThat(desk.said()).containsExactly("cc/config 613032306136303030303032");
    }

    @Test
    void itsWillSaysNothingOfWhoItIs() {
        var options = desk(UID).machine().options(java.net.URI.create("mqtt://127.0.0.1:1"));
        Outgoing will = Objects.requireNonNull(options.will());
        assertThat(will.topic()).isEqualTo("last/will");
        assertThat(will.payload().text()).isEqualTo(FirmwareCodec.WILL).hasSize(41);
        assertThat(will.qos()).isEqualTo(1);
        assertThat(will.retain()).isTrue();
        assertThat(options.cleanStart()).isFalse();
        assertThat(options.mqtt5()).isFalse();
        assertThat(options.clientId()).isEqualTo(UID);
    }

    @Test
    void readingsCarryTheFlagsOfTheirGeneration() {
        felt.put(Kind.TEMPERATURE, 21.5);
        for (Generation generation : Generation.values()) {
            Desk desk = configured(generation, "lab-1", Module.THP);
            desk.pass(Duration.ofSeconds(2));
            Outgoing reading = Objects.requireNonNull(desk.last("nsa/temperature"));
            assertThat(reading.payload().toHex()).isEqualTo("6c61622d313b32312e3530");
            assertThat(reading.qos()).isEqualTo(generation.qos());
            assertThat(reading.retain()).isEqualTo(generation.retain());
        }
    }

    @Test
    void aSensorThatKnowsNoPressureSaysNone() {
        felt.putAll(Map.of(Kind.TEMPERATURE, 21.5, Kind.HUMIDITY, 45.0));
        Desk desk = configured(Generation.CAREFUL, "lab-1", Module.THP);
        desk.pass(Duration.ofSeconds(4));
        assertThat(desk.said())
                .containsExactly(
                        "nsa/temperature 6c61622d313b32312e3530",
                        "nsa/humidity 6c61622d313b34352e3030",
                        "nsa/temperature 6c61622d313b32312e3530",
                        "nsa/humidity 6c61622d313b34352e3030");
    }

    @Test
    void pressureGoesOutInPascal() {
        felt.put(Kind.PRESSURE, 1013.248);
        Desk desk = configured(Generation.CAREFUL, "lab-1", Module.THP);
        desk.pass(Duration.ofSeconds(2));
        assertThat(desk.said()).containsExactly("nsa/pressure 6c61622d313b3130313332342e3830");
    }

    @Test
    void co2IsCountedWith255() {
        felt.put(Kind.CO2, 600.0);
        Desk desk = configured(Generation.CAREFUL, "lab-1", Module.CO2);
        desk.pass(Duration.ofSeconds(30));
        assertThat(desk.said()).containsExactly("nsa/co2 6c61622d313b353938");
    }

    @Test
    void co2EventsComeAfterTenSamples() {
        felt.put(Kind.CO2, 900.0);
        Desk desk = configured(Generation.CAREFUL, "lab-1", Module.CO2);
        desk.pass(Duration.ofSeconds(270));
        assertThat(desk.said()).noneMatch(line -> line.startsWith("nsa/events"));
        desk.pass(Duration.ofSeconds(30));
        // lab-1;1;1;897
        assertThat(desk.said()).contains("nsa/events/co2 6c61622d313b313b313b383937");
    }

    @Test
    void motionWarmsUpForAMinuteAndIsQuieterWhenNobodyMoves() {
        felt.put(Kind.MOTION, 0.0);
        Desk desk = configured(Generation.CAREFUL, "hall", Module.MOTION);
        desk.pass(Duration.ofMillis(59_900));
        assertThat(desk.said()).isEmpty();
        desk.pass(Duration.ofSeconds(40));
        assertThat(desk.said()).hasSize(4).containsOnly("nsa/motion 68616c6c3b30");
        felt.put(Kind.MOTION, 1.0);
        desk.pass(Duration.ofSeconds(40));
        assertThat(desk.said()).hasSize(8).containsOnly("nsa/motion 68616c6c3b31");
    }

    @Test
    void aFanThatWasNeverStartedMakesItCrash() {
        Desk desk = configured(Generation.CAREFUL, "hall", Module.PWM);
        desk.hear(new PwmRequest.Set(12, 50).to("hall"));
        assertThat(desk.effects()).contains(new Effect.Restart());
    }

    @Test
    void aDutyOfNothingReadsBackAsOne() {
        Desk desk = configured(Generation.CAREFUL, "lab-2", Module.PWM);
        desk.hear("pwm/lab-2", "01030c0d0e");
        desk.hear("pwm/lab-2", "040d00");
        desk.hear("pwm/lab-2", "080d");
        assertThat(desk.said())
                .containsExactly(
                        "pwm/response 6c61622d323b31", "pwm/response 6c61622d323b31", "pwm/response 6c61622d323b0d01");
        assertThat(desk.machine().output(Kind.FAN, 13)).isZero();
    }

    @Test
    void aReadOfAPinThatDoesNotExistIsAnsweredTwice() {
        Desk desk = configured(Generation.CAREFUL, "lab-2", Module.IO);
        desk.hear("io/lab-2", "4009");
        assertThat(desk.said())
                .containsExactly("io/response/lab-2 6c61622d323b4000", "io/response/lab-2 6c61622d323b40010900");
    }

    @Test
    void modulesBeforeTheLocationListenOnTheUidUntilARestart() {
        Desk desk = desk(UID);
        desk.hear(new Maintenance.Modules(Set.of(Module.IO)).to(UID));
        desk.hear(new Maintenance.Location("lab-2").to(UID));
        desk.said();
        desk.hear("io/lab-2", "80");
        assertThat(desk.said()).isEmpty();
        desk.hear("io/" + UID, "80");
        assertThat(desk.said()).containsExactly("io/response/" + UID + " 6c61622d323b800100");
        desk.machine().boot(desk.now());
        desk.machine().connected(desk.now());
        desk.hear(new Maintenance.Modules(Set.of(Module.IO)).to(UID));
        desk.effects();
        desk.hear("io/lab-2", "80");
        assertThat(desk.said()).containsExactly("io/response/lab-2 6c61622d323b800100");
    }

    @Test
    void theLatchingRelayAnswersAfterItsPulseAndDoesNothingElseMeanwhile() {
        felt.put(Kind.MOTION, 1.0);
        Desk desk = configured(Generation.CAREFUL, "sw-hall", Module.SWITCH);
        desk.hear(SwitchRequest.HEAT.to("sw-hall"));
        desk.hear(SwitchRequest.READ.to("sw-hall"));
        desk.pass(Duration.ofMillis(950));
        assertThat(desk.said()).isEmpty();
        desk.pass(Duration.ofMillis(100));
        assertThat(desk.said())
                .containsExactly(
                        "switch/response/sw-hall 73772d68616c6c3b0201",
                        "switch/response/sw-hall 73772d68616c6c3b040101");
        assertThat(desk.machine().output(Kind.CHANGEOVER, 0)).isEqualTo(1);
    }

    @Test
    void theLatchingRelayStaysWhereItIsOverARestart() {
        Desk desk = configured(Generation.CAREFUL, "sw-hall", Module.SWITCH);
        desk.hear(SwitchRequest.HEAT.to("sw-hall"));
        desk.pass(Duration.ofSeconds(2));
        desk.machine().boot(desk.now());
        desk.hear(new Maintenance.Modules(Set.of(Module.SWITCH)).to(UID));
        assertThat(desk.machine().output(Kind.CHANGEOVER, 0)).isEqualTo(1);
    }

    @Test
    void aJammedRelayConfirmsAndReportsTheTruth() {
        Desk desk = configured(Generation.CAREFUL, "lab-2", Module.IO);
        desk.hear(new IoRequest.Start().to("lab-2"));
        desk.machine().jam(new Output(Kind.RELAY, 5));
        desk.said();
        desk.hear(new IoRequest.Write(5, true).to("lab-2"));
        desk.hear(new IoRequest.State().to("lab-2"));
        assertThat(desk.said())
                .containsExactly("io/response/lab-2 6c61622d323b2001", "io/response/lab-2 6c61622d323b0401000000");
    }

    @Test
    void everyMessageIsEchoedToTheLogByteByByte() {
        Desk desk = configured(Generation.CAREFUL, "lab-2", Module.IO);
        desk.hear("io/lab-2", "80");
        Outgoing line = Objects.requireNonNull(desk.last("log/all"));
        // a020a6000002;3 - io/lab-2 - 80
        assertThat(line.payload().toHex()).isEqualTo("6130323061363030303030323b33202d20696f2f6c61622d32202d2080");
    }

    @Test
    void aNodeThatRanBeforeStillDoesWhatItDid() {
        Desk desk = new Desk(radio -> {
            FirmwareMachine machine = machine(UID, Generation.CAREFUL, radio);
            machine.preset(new Output(Kind.FAN, 14), 40);
            machine.preset(new Output(Kind.VALVE, 1), 100);
            return machine;
        });
        desk.hear(new Maintenance.Location("lab-2").to(UID));
        desk.hear(new Maintenance.Modules(Set.of(Module.PWM, Module.IO)).to(UID));
        assertThat(desk.machine().output(Kind.FAN, 14)).isEqualTo(40);
        assertThat(desk.machine().output(Kind.VALVE, 1)).isEqualTo(100);
        desk.machine().boot(desk.now());
        desk.hear(new Maintenance.Modules(Set.of(Module.PWM, Module.IO)).to(UID));
        assertThat(desk.machine().output(Kind.FAN, 14)).isZero();
    }

    private Desk configured(Generation generation, String location, Module... modules) {
        Desk desk = new Desk(radio -> machine(UID, generation, radio));
        desk.pass(Duration.ofMillis(100));
        desk.hear(new Maintenance.Location(location).to(UID));
        desk.hear(new Maintenance.Modules(Set.of(modules)).to(UID));
        desk.effects();
        return desk;
    }

    private Desk desk(String uid) {
        return new Desk(radio -> machine(uid, Generation.RETAINING, radio));
    }

    private FirmwareMachine machine(String uid, Generation generation, java.util.function.Consumer<Effect> radio) {
        return new FirmwareMachine(uid, generation, (kind, _) -> felt.getOrDefault(kind, Double.NaN), 1, radio);
    }

    private static boolean isFor(String topic, String uid, String location) {
        return topic.equals("cc/" + uid)
                || topic.equals("presence/tell")
                || topic.equals("presence/ping")
                || Set.of("pwm/", "io/", "switch/", "plants/").stream()
                        .anyMatch(prefix -> topic.equals(prefix + uid) || topic.equals(prefix + location));
    }

    private static boolean isAnswer(String line) {
        return line.matches(
                "(cc/response|cc/sos|presence/(response|pong)|pwm/response|(io|switch|plant)/response/.*) .*");
    }

    private static boolean isAnswerOf(String[] line, String uid, String location) {
        String hex = line[1];
        return isAnswer(line[0] + " ") && (hex.startsWith(hex(uid)) || hex.startsWith(hex(location + ";")));
    }

    private static String hex(String text) {
        return java.util.HexFormat.of().formatHex(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Topic, payload in hex, retain. */
    private static List<String[]> lines(String capture) throws Exception {
        try (InputStream in = FirmwareMachineTests.class.getResourceAsStream("/captures/" + capture + ".txt")) {
            String text = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
            List<String[]> found = new ArrayList<>();
            text.lines().forEach(line -> {
                String[] word = line.split(" ", -1);
                found.add(new String[] {word[1], word.length > 5 ? word[5] : "", word[3]});
            });
            return found;
        }
    }
}
