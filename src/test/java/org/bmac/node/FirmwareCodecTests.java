package org.bmac.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Objects;
import org.bmac.point.Bytes;
import org.bmac.point.Kind;
import org.bmac.point.Quality;
import org.bmac.point.Unit;
import org.bmac.point.Value;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FirmwareCodecTests {

    @Test
    void temperatureIsThePlaceAndANumber() {
        Bytes payload = Bytes.of(
                'l', 'a', 'b', '-', '1', // place
                ';', // separator
                '2', '1', '.', '5', '0'); // °C
        assertThat(FirmwareCodec.decode(Messages.of("nsa/temperature", payload)))
                .isEqualTo(new NodeMessage.Measured(
                        new Source.Place("lab-1"),
                        Kind.TEMPERATURE,
                        0,
                        new Value.Quantity(21.5, Unit.CELSIUS),
                        Quality.GOOD));
    }

    @ParameterizedTest
    @CsvSource({
        "nsa/temperature, lab;-7.25, TEMPERATURE, -7.25",
        "nsa/temperature, lab;+7, TEMPERATURE, 7",
        "nsa/temperature, lab;  5.00, TEMPERATURE, 5",
        "nsa/temperature, lab;21.450000000000003, TEMPERATURE, 21.45",
        "nsa/temperature, lab;21., TEMPERATURE, 21",
        "nsa/temperature, lab;.5, TEMPERATURE, 0.5",
        "nsa/humidity, lab;100.00, HUMIDITY, 100",
        "nsa/pressure, lab;101325.00, PRESSURE, 1013.25",
        "nsa/co2, lab;0, CO2, 0",
        "nsa/motion, lab;1, MOTION, 1",
        "nsa/espresso, lab;4294967295, ESPRESSO, 4294967295",
        "nsa/coffee2, lab;171, DOUBLE_COFFEE, 171",
        "nsa/plant/moisture_raw, lab;512, MOISTURE, 512",
        "nsa/plant/scale_weight_raw, lab;-8388608, WEIGHT, -8388608",
    })
    void sensorsSpeakInText(String topic, String payload, Kind kind, double number) {
        NodeMessage said = FirmwareCodec.decode(Messages.text(topic, payload));
        assertThat(said)
                .isEqualTo(new NodeMessage.Measured(
                        new Source.Place("lab"), kind, 0, Value.of(kind, number), Quality.GOOD));
        assertThat(((NodeMessage.Measured) said).value().asNumber()).isEqualTo(number);
    }

    @Test
    void valueThatTheBrokerHadKeptIsUncertain() {
        NodeMessage said = FirmwareCodec.decode(Messages.retained(Messages.text("nsa/temperature", "lab;21.50")));
        assertThat(said).isInstanceOfSatisfying(NodeMessage.Measured.class, measured -> assertThat(measured.quality())
                .isEqualTo(Quality.UNCERTAIN));
    }

    @Test
    void valueThatCannotBeTrueIsBadAndKeepsItsReason() {
        assertThat(FirmwareCodec.decode(Messages.text("nsa/temperature", "lab;400.00")))
                .isEqualTo(new NodeMessage.Measured(
                        new Source.Place("lab"),
                        Kind.TEMPERATURE,
                        0,
                        new Value.Unreadable("Temperature cannot be 400.0 °C"),
                        Quality.BAD));
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            value = {
                "nsa/temperature, lab 21.5, NO_SEPARATOR",
                "nsa/temperature, \"\", NO_SEPARATOR",
                "nsa/temperature, ;21.5, BAD_PLACE",
                "nsa/temperature, \" ;21.5\", BAD_PLACE",
                "nsa/temperature, a/b;21.5, BAD_PLACE",
                "nsa/temperature, a+;21.5, BAD_PLACE",
                "nsa/temperature, #;21.5, BAD_PLACE",
                "nsa/temperature, lab;, BAD_NUMBER",
                "nsa/temperature, lab;nan, BAD_NUMBER",
                "nsa/temperature, lab;inf, BAD_NUMBER",
                "nsa/temperature, lab;., BAD_NUMBER",
                "nsa/temperature, lab;-, BAD_NUMBER",
                "nsa/temperature, lab;2-1, BAD_NUMBER",
                "nsa/temperature, lab;1.2.3, BAD_NUMBER",
                "nsa/temperature, lab;1e3, BAD_NUMBER",
                "nsa/temperature, lab;21.5;, BAD_NUMBER",
                "nsa/temperature, \"lab;21,5\", BAD_NUMBER",
                "nsa/co2, lab;1234567890123456, BAD_NUMBER",
                "nsa/motion, lab;0.5, BAD_NUMBER",
                "nsa/coffee, lab;1.5, BAD_NUMBER",
                "cc/config, a020a600000, BAD_UID",
                "cc/config, a020a60000011, BAD_UID",
                "cc/config, a020a600000g, BAD_UID",
                "cc/config, \"\", BAD_UID",
                "cc/response, a020a6000001, BAD_UID",
                "cc/response, a020a6000001;, WRONG_LENGTH",
                "cc/sos, module config fail., BAD_UID",
                "log/all, a020a6000001;, BAD_LEVEL",
                "log/all, a020a6000001;9 - x, BAD_LEVEL",
                "log/all, a020a6000001;3   x, BAD_LEVEL",
                "presence/pong, \"\", BAD_UID",
                "nsa/events/co2, lab;1;1, WRONG_LENGTH",
                "nsa/events/co2, lab;3;1;900, BAD_LEVEL",
                "nsa/events/co2, lab;1;2;900, BAD_LEVEL",
                "nsa/events/co2, lab;1;1;x, BAD_NUMBER",
                "pwm/response, lab, NO_SEPARATOR",
                "pwm/response, lab;zz, UNKNOWN_RESULT",
                "io/response/lab, lab;, UNKNOWN_RESULT",
                "switch/response/lab, lab;1, UNKNOWN_RESULT",
                "plant/response/lab, lab;1, UNKNOWN_RESULT",
                "coffee/response, \"\", NO_SEPARATOR",
                "pwm/lab, \"\", UNKNOWN_COMMAND",
                "cc/a020a6000001, reboot;, UNKNOWN_COMMAND",
                "cc/a020a6000001, loc;, UNKNOWN_COMMAND",
                "cc/a020a6000001, mod;1, UNKNOWN_COMMAND",
                "upgrade, x, UNKNOWN_COMMAND",
            })
    void badPacketsAreNamed(String topic, String payload, Fault fault) {
        assertThat(FirmwareCodec.decode(Messages.text(topic, payload)))
                .isInstanceOfSatisfying(NodeMessage.Unreadable.class, unreadable -> assertThat(unreadable.fault())
                        .isEqualTo(fault));
    }

    @Test
    void placeOfMoreThan255BytesIsNoPlace() {
        assertThat(FirmwareCodec.decode(Messages.text("nsa/co2", "x".repeat(255) + ";400")))
                .isInstanceOf(NodeMessage.Measured.class);
        assertThat(FirmwareCodec.decode(Messages.text("nsa/co2", "x".repeat(256) + ";400")))
                .isInstanceOf(NodeMessage.Unreadable.class);
    }

    @Test
    void placeMayHaveAnyLettersButMustBeText() {
        assertThat(FirmwareCodec.decode(Messages.text("nsa/co2", "Küche 2;400")))
                .isInstanceOfSatisfying(NodeMessage.Measured.class, measured -> assertThat(measured.source())
                        .isEqualTo(new Source.Place("Küche 2")));
        assertThat(FirmwareCodec.decode(Messages.of("nsa/co2", Bytes.of('K', 0xff, ';', '4'))))
                .isInstanceOf(NodeMessage.Unreadable.class);
    }

    @Test
    void valueThatIsNoNumberSpoilsItsPoint() {
        assertThat(FirmwareCodec.decode(Messages.text("nsa/temperature", "lab;nan")))
                .isInstanceOfSatisfying(NodeMessage.Unreadable.class, unreadable -> {
                    NodeMessage.Measured spoiled = Objects.requireNonNull(unreadable.spoiled());
                    assertThat(spoiled.source()).isEqualTo(new Source.Place("lab"));
                    assertThat(spoiled.quality()).isEqualTo(Quality.BAD);
                });
    }

    @Test
    void onlyTheFirstSemicolonSeparates() {
        // A duty of 59 % and a level byte of 0x3b are semicolons, too.
        assertThat(FirmwareCodec.decode(Messages.hex("pwm/response", "6c6162 3b 0d 3b")))
                .isEqualTo(new Answered.Pwm("lab", Bytes.of(13, 59)));
        assertThat(FirmwareCodec.decode(Messages.hex("io/response/lab", "6c6162 3b 04 01 00 00 3b")))
                .isEqualTo(new Answered.Io("lab", "lab", new IoAnswer.State(0, 0, 0x3b)));
    }

    @Test
    void fanAnswerCanMeanSeveralThings() {
        assertThat(pwm(Bytes.of('1')).possible()).containsExactly(new PwmAnswer.Done());
        assertThat(pwm(Bytes.of('0')).possible()).containsExactly(new PwmAnswer.Refused());
        assertThat(pwm(Bytes.NONE).possible()).containsExactly(new PwmAnswer.Active(List.of()));
        assertThat(pwm(Bytes.of(12)).possible()).containsExactly(new PwmAnswer.Active(List.of(12)));
        assertThat(pwm(Bytes.of(12, 50)).possible()).containsExactly(new PwmAnswer.Reads(12, 50));
        assertThat(pwm(Bytes.of(12, 13)).possible())
                .containsExactly(new PwmAnswer.Reads(12, 13), new PwmAnswer.Active(List.of(12, 13)));
        assertThat(pwm(Bytes.of(12, 101)).possible()).isEmpty();
    }

    @Test
    void requestDecidesWhatAFanAnswerMeans() {
        assertThat(pwm(Bytes.of(12, 13)).to(new PwmRequest.Active())).contains(new PwmAnswer.Active(List.of(12, 13)));
        assertThat(pwm(Bytes.of(12, 13)).to(new PwmRequest.Read(12))).contains(new PwmAnswer.Reads(12, 13));
        assertThat(pwm(Bytes.of(12, 13)).to(new PwmRequest.Read(13))).isEmpty();
        assertThat(pwm(Bytes.of(12, 13)).to(new PwmRequest.Set(12, 13))).isEmpty();
    }

    @Test
    void dutyOfZeroReadsBackAsOne() {
        assertThat(new PwmAnswer.Reads(12, 1).confirms(0)).isTrue();
        assertThat(new PwmAnswer.Reads(12, 1).confirms(1)).isTrue();
        assertThat(new PwmAnswer.Reads(12, 1).confirms(2)).isFalse();
        assertThat(new PwmAnswer.Reads(12, 50).confirms(50)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "last/will, KEPT_WILL",
        "pwm/response, KEPT_ANSWER",
        "io/response/lab, KEPT_ANSWER",
        "switch/response/lab, KEPT_ANSWER",
        "plant/response/lab, KEPT_ANSWER",
        "coffee/response, KEPT_ANSWER",
        "cc/response, KEPT_ANSWER",
        "cc/config, KEPT_EVENT",
        "cc/sos, KEPT_EVENT",
        "log/all, KEPT_EVENT",
        "presence/pong, KEPT_EVENT",
        "nsa/events/co2, KEPT_EVENT",
        "pwm/lab, KEPT_EVENT",
        "cc/a020a6000001, KEPT_EVENT",
        "cc/ota_url, BETWEEN_SERVERS",
        "nsa/plant/response, REPEATED",
        "something/else, NOT_OURS",
    })
    void whatTheBrokerHadKeptIsIgnoredForAReason(String topic, Why why) {
        assertThat(FirmwareCodec.decode(Messages.retained(Messages.hex(topic, "613b0101"))))
                .isEqualTo(new NodeMessage.Ignored(why));
    }

    @Test
    void modulesAreFourBytesOrTheDigitZeroAndVersionsAreText() {
        assertThat(decode("cc/response", "613032306136303030303032 3b 61000000")) // mask 0x61
                .isEqualTo(new Answered.Modules("a020a6000002", 0x61));
        assertThat(decode("cc/response", "613032306136303030303032 3b 30")) // the text "0"
                .isEqualTo(new Answered.Modules("a020a6000002", 0));
        assertThat(decode("cc/response", "613032306136303030303032 3b 302e3231")) // the text "0.21"
                .isEqualTo(new Answered.Version("a020a6000002", "0.21"));
    }

    @Test
    void generationsDifferInQosAndRetain() {
        NodeMessage said = new NodeMessage.Measured(
                new Source.Place("lab-1"),
                Kind.PRESSURE,
                0,
                new Value.Quantity(1013.248, Unit.HECTOPASCAL),
                Quality.GOOD);
        assertThat(FirmwareCodec.encode(said, Generation.CAREFUL)).satisfies(sent -> {
            assertThat(sent.payload()).isEqualTo(Bytes.of("lab-1;101324.80"));
            assertThat(sent.qos()).isEqualTo(1);
            assertThat(sent.retain()).isFalse();
        });
        assertThat(FirmwareCodec.encode(said, Generation.RETAINING)).satisfies(sent -> {
            assertThat(sent.qos()).isZero();
            assertThat(sent.retain()).isTrue();
        });
    }

    @Test
    void whatTheFirmwareCannotSayIsRefused() {
        assertThatThrownBy(() ->
                        FirmwareCodec.encode(new NodeMessage.Presence("a020a6000001", Sign.ALIVE), Generation.CAREFUL))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("alive");
    }

    private static NodeMessage decode(String topic, String hex) {
        return FirmwareCodec.decode(Messages.hex(topic, hex));
    }

    private static Answered.Pwm pwm(Bytes data) {
        return new Answered.Pwm("lab", data);
    }
}
