package org.bmac.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.bmac.broker.Outgoing;
import org.bmac.broker.Properties5;
import org.bmac.node.Bmac5Request;
import org.bmac.node.Channel;
import org.bmac.point.Bytes;
import org.bmac.point.Kind;
import org.junit.jupiter.api.Test;

class Bmac5MachineTests {
    private static final String UID = "a020a6000002";
    private static final URI AT = URI.create("https://localhost/image");
    private static final Bytes IMAGE = Bytes.of("a program; version=2.3; its end");
    private static final String TOPIC = "bmac5/" + UID + "/";
    private final Map<Integer, Double> felt = new HashMap<>(Map.of(0, 21.5, 1, 0.0));

    @Test
    void itSaysThatItIsThereAndWhatItIsAndThenEverythingOnce() {
        Desk desk = desk();
        assertThat(desk.said())
                .containsExactly(
                        TOPIC + "alive 01",
                        // 05, version 1.0; temperature every 5 s, motion, fan, relay on change
                        TOPIC + "hello 050100" + "0001020500" + "0105020000" + "0411030000" + "0510030000",
                        TOPIC + "r/0 6608",
                        TOPIC + "r/1 00",
                        TOPIC + "r/4 00",
                        TOPIC + "r/5 00");
    }

    @Test
    void itsWillSaysThatItIsGoneAfterFiveSeconds() {
        var options = desk().machine().options(java.net.URI.create("mqtt://127.0.0.1:1"));
        Outgoing will = Objects.requireNonNull(options.will());
        assertThat(will.topic()).isEqualTo(TOPIC + "alive");
        assertThat(will.payload()).isEqualTo(Bytes.of(0));
        assertThat(will.retain()).isTrue();
        assertThat(options.willDelay()).isEqualTo(Duration.ofSeconds(5));
        assertThat(options.mqtt5()).isTrue();
        assertThat(options.cleanStart()).as("else the delay does not count").isFalse();
    }

    @Test
    void aCommandIsAnsweredOnceWithItsCorrelationAndThenReported() {
        Desk desk = quiet();
        Outgoing command = fan(Bytes.hex("3b"));
        desk.hear(command);
        List<Effect> effects = desk.effects();
        assertThat(effects).hasSize(1);
        Outgoing answer = ((Effect.Publish) effects.getFirst()).message();
        assertThat(answer.topic()).isEqualTo(TOPIC + "a/4");
        assertThat(answer.payload()).isEqualTo(Bytes.hex("003b"));
        assertThat(answer.properties().correlation()).isEqualTo(Bytes.hex("0000012c"));
        desk.hear(command.topic(), command.payload(), command.properties(), true);
        assertThat(desk.said()).isEmpty();
        desk.pass(Duration.ofMillis(50));
        assertThat(desk.said()).containsExactly(TOPIC + "r/4 3b");
        assertThat(desk.machine().output(Kind.FAN, 4)).isEqualTo(59);
    }

    @Test
    void whatIsOutOfRangeIsRefusedWithWhatIsTrue() {
        Desk desk = quiet();
        desk.hear(fan(Bytes.hex("65")));
        assertThat(desk.said()).containsExactly(TOPIC + "a/4 0100");
        assertThat(desk.machine().output(Kind.FAN, 4)).isZero();
    }

    @Test
    void anUnknownChannelIsRefused() {
        Desk desk = quiet();
        desk.hear(new Bmac5Request.Command(9, Bytes.of(1), Bytes.of(7), Duration.ofSeconds(5)).to(UID));
        desk.hear(new Bmac5Request.Command(0, Bytes.of(1, 1), Bytes.of(8), Duration.ofSeconds(5)).to(UID));
        assertThat(desk.said()).containsExactly(TOPIC + "a/9 05", TOPIC + "a/0 05");
    }

    @Test
    void aCommandOfTheWrongLengthIsDroppedAndLogged() {
        Desk desk = quiet();
        desk.hear(fan(Bytes.of(1, 2)));
        assertThat(desk.said()).singleElement().asString().startsWith(TOPIC + "log 01");
    }

    @Test
    void whatIsNoRequestIsDroppedAndLogged() {
        Desk desk = quiet();
        desk.hear(TOPIC + "get", "000102");
        assertThat(desk.said()).singleElement().asString().startsWith(TOPIC + "log 01");
    }

    @Test
    void getAsksForOneChannelOrForAll() {
        Desk desk = quiet();
        desk.hear(new Bmac5Request.Get(0).to(UID));
        assertThat(desk.said()).containsExactly(TOPIC + "r/0 6608");
        desk.hear(new Bmac5Request.Get(null).to(UID));
        assertThat(desk.said()).hasSize(5).first().asString().startsWith(TOPIC + "hello");
    }

    @Test
    void channelsSpeakInTheirPeriodOrOnChange() {
        Desk desk = quiet();
        desk.pass(Duration.ofSeconds(10));
        assertThat(desk.said()).containsExactly(TOPIC + "r/0 6608", TOPIC + "r/0 6608");
        felt.put(1, 1.0);
        desk.pass(Duration.ofSeconds(1));
        assertThat(desk.said()).containsExactly(TOPIC + "r/1 01");
    }

    @Test
    void thePeriodCanBeConfigured() {
        Desk desk = quiet();
        desk.hear(new Bmac5Request.Periods(Map.of(0, Duration.ofSeconds(2))).to(UID));
        desk.pass(Duration.ofSeconds(10));
        assertThat(desk.said()).hasSize(5).containsOnly(TOPIC + "r/0 6608");
    }

    @Test
    void whatItMeasuredWhileOfflineComesLaterWithItsTime() {
        Desk desk = quiet();
        desk.pass(Duration.ofSeconds(6), false);
        assertThat(desk.said()).isEmpty();
        desk.machine().connected(desk.now());
        Outgoing kept = desk.effects().stream()
                .filter(Effect.Publish.class::isInstance)
                .map(effect -> ((Effect.Publish) effect).message())
                .filter(message -> message.topic().equals(TOPIC + "r/0"))
                .findFirst()
                .orElseThrow();
        assertThat(kept.payload()).isEqualTo(Bytes.hex("6608"));
        assertThat(kept.properties().user().get("t")).matches("[0-9]{13}");
    }

    @Test
    void aJammedRelayConfirmsAndReportsTheTruth() {
        Desk desk = quiet();
        desk.machine().jam(new Output(Kind.RELAY, 5));
        desk.hear(new Bmac5Request.Command(5, Bytes.of(1), Bytes.of(9), Duration.ofSeconds(5)).to(UID));
        assertThat(desk.said()).containsExactly(TOPIC + "a/5 0001");
        desk.hear(new Bmac5Request.Get(5).to(UID));
        assertThat(desk.said()).containsExactly(TOPIC + "r/5 00");
    }

    @Test
    void aCommandCountsMoreThanTheNodesOwnThermostatForTwoHours() {
        Desk desk = quiet();
        Bmac5Machine machine = (Bmac5Machine) desk.machine();
        machine.suggest(4, 20, desk.now());
        assertThat(machine.output(Kind.FAN, 4)).isEqualTo(20);
        desk.hear(fan(Bytes.of(80)));
        machine.suggest(4, 30, desk.now().plusSeconds(7_000));
        assertThat(machine.output(Kind.FAN, 4)).isEqualTo(80);
        machine.suggest(4, 30, desk.now().plusSeconds(7_300));
        assertThat(machine.output(Kind.FAN, 4)).isEqualTo(30);
    }

    private static Outgoing fan(Bytes value) {
        return new Bmac5Request.Command(4, value, Bytes.hex("0000012c"), Duration.ofSeconds(5)).to(UID);
    }

    private Desk quiet() {
        Desk desk = desk();
        desk.effects();
        return desk;
    }

    private Desk desk() {
        List<Channel> channels = List.of(
                new Channel(0, Kind.TEMPERATURE, false, true, Duration.ofSeconds(5)),
                new Channel(1, Kind.MOTION, false, true, Duration.ZERO),
                new Channel(4, Kind.FAN, true, true, Duration.ZERO),
                new Channel(5, Kind.RELAY, true, true, Duration.ZERO));
        assertThat(Properties5.NONE.user()).isEmpty();
        return new Desk(radio ->
                new Bmac5Machine(UID, channels, (_, channel) -> felt.getOrDefault(channel, Double.NaN), 1, radio));
    }

    @Test
    void itFetchesTheFirmwareThatItIsToldOfAndRestartsWithIt() {
        Desk desk = quiet();
        desk.hear(upgrade(IMAGE.length()));
        assertThat(desk.effects()).contains(new Effect.FetchFrom(AT));
        desk.machine().fetched(IMAGE);
        assertThat(desk.effects()).containsExactly(new Effect.Restart());

        desk.machine().boot(desk.now());
        desk.machine().connected(desk.now());
        assertThat(desk.said()).anyMatch(said -> said.startsWith(TOPIC + "hello 050203"));
    }

    @Test
    void aFirmwareThatIsNotWhatItWasToldOfIsNotTaken() {
        Desk desk = quiet();
        desk.hear(upgrade(IMAGE.length() + 1));
        desk.machine().fetched(IMAGE);
        desk.hear(upgrade(IMAGE.length()));
        desk.machine().fetched(Bytes.NONE);
        desk.machine().fetched(IMAGE);

        assertThat(desk.effects()).doesNotContain(new Effect.Restart());
    }

    private static Outgoing upgrade(long size) {
        return new Bmac5Request.Upgrade(
                        size, Bytes.hex("f42669a1b951bfe7f6b8c9265740722a0fe0e0ef66638ee0822475578696bfac"), AT)
                .to(UID);
    }
}
