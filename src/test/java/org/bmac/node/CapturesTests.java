package org.bmac.node;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.bmac.broker.Message;
import org.bmac.point.Bytes;
import org.bmac.point.Kind;
import org.bmac.point.Quality;
import org.bmac.point.Unit;
import org.bmac.point.Value;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every line of the captures decodes to what it is, or to a named reason. */
class CapturesTests {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            A-cnc-server | Hello=2, Ignored BETWEEN_SERVERS=17, Overheard Location=1, Overheard Modules=1
            B-boot-thp-co2 | Hello=1, LastWill=1, Logged=22, Measured CO2 GOOD=2, Measured HUMIDITY GOOD=38, \
            Measured PRESSURE GOOD=38, Measured TEMPERATURE GOOD=38, Overheard Location=1, Overheard Modules=1
            C-pwm-io-first-boot | Hello=1, Ignored KEPT_WILL=1, Io Started=1, LastWill=1, Logged=21, \
            Measured CO2 UNCERTAIN=1, Measured HUMIDITY GOOD=1, Measured HUMIDITY UNCERTAIN=1, \
            Measured PRESSURE GOOD=1, Measured PRESSURE UNCERTAIN=1, Measured TEMPERATURE GOOD=1, \
            Measured TEMPERATURE UNCERTAIN=1, Modules=1, Overheard Active=2, Overheard ActiveModules=1, \
            Overheard Location=1, Overheard Modules=1, Overheard Started=2, Pwm=1
            D-pwm-io-commands | Hello=1, Ignored KEPT_ANSWER=2, Ignored KEPT_WILL=1, Io Done=7, Io Level=5, \
            Io Refused=4, Io Started=3, Io State=3, Logged=160, Measured CO2 UNCERTAIN=1, Measured HUMIDITY GOOD=10, \
            Measured HUMIDITY UNCERTAIN=1, Measured PRESSURE GOOD=10, Measured PRESSURE UNCERTAIN=1, \
            Measured TEMPERATURE GOOD=10, Measured TEMPERATURE UNCERTAIN=1, Modules=3, Overheard Active=2, \
            Overheard ActiveModules=3, Overheard Location=1, Overheard Mode=1, Overheard Modules=3, Overheard Ping=1, \
            Overheard PullUp=1, Overheard Read=11, Overheard Set=4, Overheard Start=3, Overheard Started=3, \
            Overheard State=3, Overheard Stop=1, Overheard Tell=1, Overheard Version=2, Overheard Write=3, \
            Presence=2, Pwm=15, Unreadable UNKNOWN_COMMAND=6, Version=2
            E-jura-switch-motion-plant-juraterm | Coffee=2, Hello=4, Ignored REPEATED=14, Logged=1098, \
            Measured COFFEE GOOD=13, Measured DOUBLE_COFFEE GOOD=13, Measured DOUBLE_ESPRESSO GOOD=13, \
            Measured ESPRESSO GOOD=13, Measured MOISTURE GOOD=14, Measured MOTION GOOD=75, Measured WEIGHT GOOD=14, \
            Overheard CoffeeRequest=2, Overheard Location=4, Overheard Measure=1, Overheard Modules=4, \
            Overheard ReadTrigger=2, Overheard SetTrigger=1, Overheard SwitchRequest=5, Switch=7, Trigger=2, \
            Unreadable UNKNOWN_COMMAND=3
            G-maintenance-ota-sos | Distress=1, Hello=5, Ignored BETWEEN_SERVERS=1, Ignored KEPT_ANSWER=3, \
            Ignored KEPT_EVENT=1, Ignored KEPT_WILL=1, Ignored REPEATED=1, LastWill=5, Logged=118, \
            Measured CO2 UNCERTAIN=1, Measured COFFEE UNCERTAIN=1, Measured DOUBLE_COFFEE UNCERTAIN=1, \
            Measured DOUBLE_ESPRESSO UNCERTAIN=1, Measured ESPRESSO UNCERTAIN=1, Measured HUMIDITY GOOD=2, \
            Measured HUMIDITY UNCERTAIN=1, Measured MOISTURE UNCERTAIN=1, Measured MOTION UNCERTAIN=1, \
            Measured PRESSURE GOOD=2, Measured PRESSURE UNCERTAIN=1, Measured TEMPERATURE GOOD=2, \
            Measured TEMPERATURE UNCERTAIN=1, Measured WEIGHT UNCERTAIN=1, Modules=1, Overheard ActiveModules=1, \
            Overheard Location=7, Overheard Modules=6, Overheard Restart=1, Overheard RestartAll=1, Overheard Upgrade=2
            """)
    void everyLineIsWhatItIs(String file, String expected) {
        Map<String, Long> found = Capture.read(file).stream()
                .map(message -> name(FirmwareCodec.decode(message)))
                .collect(Collectors.groupingBy(name -> name, TreeMap::new, Collectors.counting()));
        assertThat(found.entrySet().stream().map(Object::toString).collect(Collectors.joining(", ")))
                .isEqualTo(expected);
    }

    @Test
    void whatCannotBeReadIsOnlyNonsenseThatWasSentToNodes() {
        List<String> nonsense = Capture.FILES.stream()
                .flatMap(file -> Capture.read(file).stream())
                .filter(message -> FirmwareCodec.decode(message) instanceof NodeMessage.Unreadable)
                .map(message -> message.topic() + " " + message.payload())
                .toList();
        assertThat(nonsense)
                .containsExactly(
                        "pwm/lab-2 0402", // a duty without its percent
                        "io/lab-2 200801", // pin 8
                        "io/lab-2 4009", // pin 9
                        "io/lab-2 0108", // chip 8
                        "io/lab-2 2001", // a level is missing
                        "cc/a020a6000002 6d6f643b0100", // a mask of two bytes
                        "switch/sw-hall 0401", // one byte too many
                        "switch/sw-hall 0100", // one byte too many
                        "coffee/command/kitchen-2 414e3a3041"); // AN:0A, erase the memory
    }

    @Test
    void pressureComesInPascalAndBecomesHectopascal() {
        assertThat(first("B-boot-thp-co2", "nsa/pressure"))
                .isEqualTo(new NodeMessage.Measured(
                        new Source.Place("lab-1"),
                        Kind.PRESSURE,
                        0,
                        new Value.Quantity(1013.248, Unit.HECTOPASCAL),
                        Quality.GOOD));
    }

    @Test
    void carbonDioxideStaysAsReportedThoughTheNodeMiscountsIt() {
        assertThat(first("B-boot-thp-co2", "nsa/co2"))
                .isEqualTo(new NodeMessage.Measured(
                        new Source.Place("lab-1"),
                        Kind.CO2,
                        0,
                        new Value.Quantity(598, Unit.PARTS_PER_MILLION),
                        Quality.GOOD));
    }

    @Test
    void nodeThatBootedWithoutALocationAnswersOnItsUidAndAlreadyNamesItsPlace() {
        assertThat(first("C-pwm-io-first-boot", "io/response/a020a6000002"))
                .isEqualTo(new Answered.Io("a020a6000002", "lab-2", new IoAnswer.Started(false)));
    }

    @Test
    void mixOfModulesIsReportedAndAnEmptyOneToo() {
        assertThat(decoded("D-pwm-io-commands", "cc/response"))
                .containsExactly(
                        new Answered.Modules("a020a6000002", 0x61),
                        new Answered.Version("a020a6000002", "0.2"),
                        new Answered.Version("a020a6000002", "0.2"),
                        new Answered.Modules("a020a6000002", 0x01),
                        new Answered.Modules("a020a6000002", 0));
    }

    @Test
    void fanAnswersMeanWhatWasAskedBeforeThem() {
        List<Object> exchanges = new java.util.ArrayList<>();
        PwmRequest asked = new PwmRequest.Active();
        for (Message message : Capture.read("D-pwm-io-commands")) {
            NodeMessage said = FirmwareCodec.decode(message);
            if (said instanceof NodeMessage.Overheard(String _, PwmRequest request)) {
                asked = request;
            } else if (said instanceof Answered.Pwm answer) {
                exchanges.add(answer.to(asked).orElseThrow());
            }
        }
        assertThat(exchanges)
                .containsExactly(
                        new PwmAnswer.Active(List.of()),
                        new PwmAnswer.Done(),
                        new PwmAnswer.Active(List.of(12, 13, 14)),
                        new PwmAnswer.Reads(12, 1),
                        new PwmAnswer.Reads(13, 1),
                        new PwmAnswer.Reads(14, 1),
                        new PwmAnswer.Reads(15, 1),
                        new PwmAnswer.Done(),
                        new PwmAnswer.Reads(12, 5),
                        new PwmAnswer.Done(),
                        new PwmAnswer.Reads(13, 50),
                        new PwmAnswer.Done(),
                        new PwmAnswer.Reads(14, 100),
                        new PwmAnswer.Refused(),
                        new PwmAnswer.Refused());
    }

    @Test
    void stateOfThePinsFollowsWhatWasWritten() {
        assertThat(decoded("D-pwm-io-commands", "io/response/lab-2"))
                .contains(
                        new Answered.Io("lab-2", "lab-2", new IoAnswer.State(0, 0, 0)),
                        new Answered.Io("lab-2", "lab-2", new IoAnswer.State(0, 0, 0x0a)),
                        new Answered.Io("lab-2", "lab-2", new IoAnswer.State(0x20, 0x20, 0x08)),
                        new Answered.Io("lab-2", "lab-2", new IoAnswer.Level(1, true)),
                        new Answered.Io("lab-2", "lab-2", new IoAnswer.Level(1, false)),
                        new Answered.Io("lab-2", "lab-2", new IoAnswer.Refused(0x40)),
                        new Answered.Io("lab-2", "lab-2", new IoAnswer.Level(9, false)));
    }

    @Test
    void switchReportsItsPositions() {
        assertThat(decoded("E-jura-switch-motion-plant-juraterm", "switch/response/sw-hall"))
                .containsExactly(
                        new Answered.Switch("sw-hall", "sw-hall", new SwitchAnswer.Position(false)),
                        new Answered.Switch("sw-hall", "sw-hall", new SwitchAnswer.Done(SwitchRequest.HEAT)),
                        new Answered.Switch("sw-hall", "sw-hall", new SwitchAnswer.Position(true)),
                        new Answered.Switch("sw-hall", "sw-hall", new SwitchAnswer.Done(SwitchRequest.COOL)),
                        new Answered.Switch("sw-hall", "sw-hall", new SwitchAnswer.Position(false)),
                        new Answered.Switch("sw-hall", "sw-hall", new SwitchAnswer.Refused(SwitchRequest.READ)),
                        new Answered.Switch("sw-hall", "sw-hall", new SwitchAnswer.Refused(SwitchRequest.COOL)));
    }

    @Test
    void plantsAndCoffeeMachinesAnswerInTheirOwnWays() {
        assertThat(decoded("E-jura-switch-motion-plant-juraterm", "plant/response/plant-1"))
                .containsExactly(
                        new Answered.Trigger("plant-1", "plant-1", 530),
                        new Answered.Trigger("plant-1", "plant-1", 550));
        assertThat(first("E-jura-switch-motion-plant-juraterm", "coffee/response"))
                .isEqualTo(new Answered.Coffee("kitchen-2", "ty:E1000MASK3"));
        assertThat(first("E-jura-switch-motion-plant-juraterm", "nsa/espresso2"))
                .isEqualTo(new NodeMessage.Measured(
                        new Source.Place("kitchen"), Kind.DOUBLE_ESPRESSO, 0, new Value.Count(69), Quality.GOOD));
    }

    @Test
    void nodeThatCannotStartItsModulesCallsForHelp() {
        assertThat(first("G-maintenance-ota-sos", "cc/sos"))
                .isEqualTo(new NodeMessage.Distress("a020a6000001", "module config fail."));
    }

    @Test
    void whatServersSendIsWhatWeWouldSend() {
        for (String file : Capture.FILES) {
            for (Message message : Capture.read(file)) {
                if (FirmwareCodec.decode(message) instanceof NodeMessage.Overheard(String to, Request request)) {
                    Bytes ours = request.to(to).payload();
                    boolean abbreviated = List.of("76657273696f6e", "40")
                            .contains(message.payload().toHex());
                    assertThat(abbreviated || ours.equals(message.payload()))
                            .as(message.toString())
                            .isTrue();
                    assertThat(request.to(to).topic()).isEqualTo(message.topic());
                }
            }
        }
    }

    private static NodeMessage first(String file, String topic) {
        return decoded(file, topic).getFirst();
    }

    /** What was said on a topic, without what the broker had kept. */
    private static List<NodeMessage> decoded(String file, String topic) {
        return Capture.read(file).stream()
                .filter(message -> message.topic().equals(topic) && !message.retained())
                .map(FirmwareCodec::decode)
                .toList();
    }

    private static String name(NodeMessage message) {
        return switch (message) {
            case NodeMessage.Ignored(Why why) -> "Ignored " + why;
            case NodeMessage.Unreadable(Fault fault, String _, NodeMessage.Measured _) -> "Unreadable " + fault;
            case NodeMessage.Overheard(String _, Request request) ->
                "Overheard " + request.getClass().getSimpleName();
            case NodeMessage.Measured measured -> "Measured " + measured.kind() + " " + measured.quality();
            case Answered.Io io -> "Io " + io.answer().getClass().getSimpleName();
            default -> message.getClass().getSimpleName();
        };
    }
}
