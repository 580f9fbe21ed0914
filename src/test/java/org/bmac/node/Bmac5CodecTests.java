package org.bmac.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.bmac.broker.Message;
import org.bmac.broker.Outgoing;
import org.bmac.broker.Properties5;
import org.bmac.point.Bytes;
import org.bmac.point.Kind;
import org.bmac.point.Value;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class Bmac5CodecTests {
    private static final String UID = "a020a6000002";

    @ParameterizedTest
    @CsvSource({
        "TEMPERATURE, 6608, 21.5",
        "TEMPERATURE, f0f1, -36",
        "TEMPERATURE, 9cff, -1",
        "HUMIDITY, 5b, 45.5",
        "PRESSURE, 3e64, 1013.24",
        "CO2, b004, 1200",
        "MOTION, 01, 1",
        "ESPRESSO, ffffffff, 4294967295",
        "DOUBLE_ESPRESSO, 45000000, 69",
        "COFFEE, 67050000, 1383",
        "DOUBLE_COFFEE, ab000000, 171",
        "RELAY, 01, 1",
        "FAN, 3b, 59",
        "VALVE, 64, 100",
        "CHANGEOVER, 00, 0",
    })
    void valuesAreOneToFourBytes(Kind kind, String hex, double number) {
        Coding coding = Objects.requireNonNull(Coding.of(kind));
        assertThat(coding.read(Bytes.hex(hex))).isEqualTo(Value.of(kind, number));
        assertThat(coding.write(number)).isEqualTo(Bytes.hex(hex));
    }

    @Test
    void pressureOfTheWorkedExampleLosesItsLastPascal() {
        Coding pressure = Coding.PRESSURE;
        assertThat(pressure.write(1013.25)).isEqualTo(Bytes.of(0x3e, 0x64));
    }

    @ParameterizedTest
    @CsvSource({"FAN, 65", "VALVE, ff", "RELAY, 02", "MOTION, 02", "CHANGEOVER, 02", "HUMIDITY, c9", "TEMPERATURE, ff7f"
    })
    void valueOutsideItsRangeIsBadAndNotClamped(Kind kind, String hex) {
        Coding coding = Objects.requireNonNull(Coding.of(kind));
        assertThat(coding.read(Bytes.hex(hex))).isInstanceOf(Value.Unreadable.class);
    }

    @Test
    void valueOfAnotherLengthIsNone() {
        assertThat(Coding.TEMPERATURE.read(Bytes.of(1))).isNull();
        assertThat(Coding.TEMPERATURE.read(Bytes.of(1, 2, 3))).isNull();
        assertThat(Coding.of(Kind.WEIGHT)).isNull();
        assertThatThrownBy(() -> Coding.FAN.write(101)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void helloNamesEveryChannel() {
        Bytes payload = Bytes.of(
                0x05, // BMaC 5
                1, 4, // firmware 1.4
                0, 0x01, 0b10, 2, 0, // channel 0: temperature, reports, every 2 s
                4, 0x11, 0b01, 0, 0, // channel 4: fan, commandable, on change only
                254, 0x06, 0b10, 0x10, 0x0e); // channel 254: espresso, reports, every hour
        assertThat(decode("hello", payload))
                .isEqualTo(new NodeMessage.Described(
                        UID,
                        1,
                        4,
                        List.of(
                                new Channel(0, Kind.TEMPERATURE, false, true, Duration.ofSeconds(2)),
                                new Channel(4, Kind.FAN, true, false, Duration.ZERO),
                                new Channel(254, Kind.ESPRESSO, false, true, Duration.ofHours(1)))));
    }

    @ParameterizedTest
    @CsvSource({
        "0a, RELAY",
        "10, RELAY",
        "0b, FAN",
        "11, FAN",
        "0c, VALVE",
        "12, VALVE",
        "0d, CHANGEOVER",
        "13, CHANGEOVER"
    })
    void outputsMayBeNumberedInHexOrInDecimal(String code, Kind kind) {
        assertThat(decode("hello", Bytes.hex("050100" + "00" + code + "010000")))
                .isInstanceOfSatisfying(NodeMessage.Described.class, described -> assertThat(described.channels())
                        .extracting(Channel::kind)
                        .containsExactly(kind));
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            value = {
                "hello, \"\", WRONG_LENGTH",
                "hello, 040000, WRONG_LENGTH",
                "hello, 05000000010000, WRONG_LENGTH",
                "hello, 0500000000010000, UNKNOWN_KIND",
                "hello, 050000000e010000, UNKNOWN_KIND",
                "hello, 050000ff01010000, BAD_CHANNEL",
                "hello, 05000001010100000102010000, BAD_CHANNEL",
                "alive, \"\", WRONG_LENGTH",
                "alive, 02, WRONG_LENGTH",
                "alive, 0100, WRONG_LENGTH",
                "r/0, \"\", WRONG_LENGTH",
                "r/0, 0102030405, WRONG_LENGTH",
                "r/255, 01, BAD_CHANNEL",
                "r/00, 01, BAD_CHANNEL",
                "r/-1, 01, BAD_CHANNEL",
                "r/0/1, 01, BAD_CHANNEL",
                "r/, 01, BAD_CHANNEL",
                "a/4, \"\", WRONG_LENGTH",
                "a/4, 06, UNKNOWN_RESULT",
                "a/x, 00, BAD_CHANNEL",
                "log, \"\", BAD_LEVEL",
                "log, 05, BAD_LEVEL",
                "cfg, 0102, UNKNOWN_COMMAND",
                "get, 0102, UNKNOWN_COMMAND",
                "fw, 01, UNKNOWN_COMMAND",
            })
    void badPacketsAreNamed(String word, String hex, Fault fault) {
        assertThat(decode(word, Bytes.hex(hex)))
                .isInstanceOfSatisfying(NodeMessage.Unreadable.class, unreadable -> assertThat(unreadable.fault())
                        .isEqualTo(fault));
    }

    @ParameterizedTest
    @CsvSource({"bmac5/A020A6000002/alive", "bmac5/a020a600000/alive", "bmac5//alive", "bmac5/a020a6000002", "bmac5/"})
    void topicWithoutAUidIsNamed(String topic) {
        assertThat(Bmac5Codec.decode(Messages.hex(topic, "01")))
                .isInstanceOfSatisfying(NodeMessage.Unreadable.class, unreadable -> assertThat(unreadable.fault())
                        .isEqualTo(Fault.BAD_UID));
    }

    @Test
    void reportKeptWhileOfflineSaysWhenItWasMeasured() {
        Properties5 stamped = new Properties5(null, null, null, null, Map.of("t", "1778572800123"));
        Message message =
                new Message("bmac5/" + UID + "/r/0", Bytes.hex("6608"), 1, false, false, stamped, Messages.NOW);
        assertThat(Bmac5Codec.decode(message))
                .isEqualTo(
                        new NodeMessage.Reported(UID, 0, Bytes.hex("6608"), Instant.ofEpochMilli(1_778_572_800_123L)));
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            value = {"\"\"", "-1", "soon", "1.5", "99999999999999999999"})
    void reportWithAnImpossibleTimeIsNamed(String time) {
        Properties5 stamped = new Properties5(null, null, null, null, Map.of("t", time));
        Message message =
                new Message("bmac5/" + UID + "/r/0", Bytes.hex("6608"), 1, false, false, stamped, Messages.NOW);
        assertThat(Bmac5Codec.decode(message))
                .isInstanceOfSatisfying(NodeMessage.Unreadable.class, unreadable -> assertThat(unreadable.fault())
                        .isEqualTo(Fault.BAD_TIME));
    }

    @Test
    void commandOfTheWorkedExampleGoesOutByteForByte() {
        Outgoing sent =
                new Bmac5Request.Command(4, Coding.FAN.write(59), Bytes.hex("0000012c"), Duration.ofSeconds(5)).to(UID);
        assertThat(sent)
                .isEqualTo(new Outgoing(
                        "bmac5/a020a6000002/c/4",
                        Bytes.of(0x3b),
                        1,
                        false,
                        new Properties5(
                                "bmac5/a020a6000002/a/4",
                                Bytes.hex("0000012c"),
                                Duration.ofSeconds(5),
                                null,
                                Map.of())));
    }

    @Test
    void answerOfTheWorkedExampleCarriesTheCorrelation() {
        Properties5 correlated = new Properties5(null, Bytes.hex("0000012c"), null, null, Map.of());
        Message message = new Message(
                "bmac5/" + UID + "/a/4",
                Bytes.of(0x00, 0x3b), // done, 59 %
                1,
                false,
                false,
                correlated,
                Messages.NOW);
        assertThat(Bmac5Codec.decode(message))
                .isEqualTo(new Answered.Command(UID, 4, Result.DONE, Bytes.of(0x3b), Bytes.hex("0000012c")));
        assertThat(Bmac5Codec.decode(Messages.retained(message))).isEqualTo(new NodeMessage.Ignored(Why.KEPT_ANSWER));
    }

    @Test
    void periodsAreKeptForTheNodeAndQuestionsAreNot() {
        Outgoing periods =
                new Bmac5Request.Periods(Map.of(0, Duration.ofSeconds(2), 9, Duration.ofSeconds(600))).to(UID);
        assertThat(periods.payload()).isEqualTo(Bytes.hex("000200 095802"));
        assertThat(periods.retain()).isTrue();
        Outgoing get = new Bmac5Request.Get(null).to(UID);
        assertThat(get.payload()).isEqualTo(Bytes.NONE);
        assertThat(get.retain()).isFalse();
        assertThat(get.properties().expiry()).isEqualTo(Duration.ofSeconds(10));
        assertThat(new Bmac5Request.Get(7).to(UID).payload()).isEqualTo(Bytes.of(7));
    }

    @Test
    void firmwareGoesOutWithItsSizeAndSum() {
        Outgoing sent = new Bmac5Request.Upgrade(
                        0x01020304, Bytes.wrap(new byte[32]), URI.create("https://bmac.example/a.bin"))
                .to(UID);
        assertThat(sent.payload())
                .isEqualTo(Bytes.hex("04030201" + "00".repeat(32)
                        + Bytes.of("https://bmac.example/a.bin").toHex()));
        assertThat(sent.properties().expiry()).isEqualTo(Duration.ofHours(1));
    }

    private static NodeMessage decode(String word, Bytes payload) {
        return Bmac5Codec.decode(Messages.of("bmac5/" + UID + "/" + word, payload));
    }
}
