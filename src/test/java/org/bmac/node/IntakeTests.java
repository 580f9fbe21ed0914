package org.bmac.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.bmac.broker.Message;
import org.bmac.broker.Outgoing;
import org.bmac.broker.Properties5;
import org.bmac.building.Dialect;
import org.bmac.building.Node;
import org.bmac.point.Bytes;
import org.bmac.point.Kind;
import org.bmac.point.PointsFound;
import org.bmac.point.PointsLost;
import org.bmac.point.Quality;
import org.bmac.point.Reading;
import org.bmac.point.Unit;
import org.bmac.point.Value;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class IntakeTests {
    private final Setup setup = new Setup();

    @AfterEach
    void close() {
        setup.close();
    }

    @Test
    void messageOfAKnownNodeBecomesAReading() {
        Node node = setup.placed(Setup.UID, "lab-1", Module.THP);
        setup.hears("nsa/temperature", "lab-1;21.50");
        assertThat(setup.readings)
                .containsExactly(new Reading(
                        setup.point("lab-1", Kind.TEMPERATURE, 0).id(),
                        new Value.Quantity(21.5, Unit.CELSIUS),
                        Quality.GOOD,
                        setup.clock.instant()));
        assertThat(setup.intake.lastSeen(node.id())).contains(setup.clock.instant());
        assertThat(setup.intake.counters().readings()).isEqualTo(1);
    }

    @Test
    void readingFromAnUnknownPlaceMakesAnUnplacedSourceAndCounts() {
        setup.hears("nsa/temperature", "attic;18.25");
        setup.hears("nsa/temperature", "attic;18.50");
        setup.hears("nsa/humidity", "attic;40.00");
        await().until(() -> setup.readings.size() == 3);
        Node source = setup.building().nodeOfLocation("attic");
        assertThat(source).isNotNull().satisfies(made -> {
            assertThat(made.uid()).isNull();
            assertThat(made.placed()).isFalse();
        });
        assertThat(setup.readings)
                .extracting(reading -> reading.value().asNumber())
                .containsExactly(18.25, 18.5, 40.0);
    }

    @Test
    void whatASourceSaidStaysWithTheNodeThatIsGivenItsPlace() {
        setup.hears("nsa/temperature", "attic;18.25");
        await().until(() -> setup.readings.size() == 1);
        Node node = setup.buildings.addNode(Setup.UID, Setup.UID, Dialect.FIRMWARE, 0);
        setup.configuration.assign(node.id(), "attic", java.util.Set.of(Module.THP), setup.place());
        assertThat(setup.point("attic", Kind.TEMPERATURE, 0).id())
                .isEqualTo(setup.readings.getFirst().point());
        assertThat(setup.building().nodes()).hasSize(1);
    }

    @Test
    void nodeWithoutALocationCallsItselfByItsUidAndIsOneNode() {
        setup.hears("nsa/temperature", Setup.UID + ";20.00");
        setup.hears("cc/config", Setup.UID);
        await().until(() -> setup.said.contains(new NodeMessage.Hello(Setup.UID)));
        assertThat(setup.building().nodes()).singleElement().satisfies(node -> {
            assertThat(node.uid()).isEqualTo(Setup.UID);
            assertThat(node.location()).isEqualTo(Setup.UID);
        });
        assertThat(setup.readings).hasSize(1);
    }

    @Test
    void nodeThatIsCalledByItsUidAfterItWasGivenALocationIsStillFound() {
        setup.placed(Setup.UID, "lab-1", Module.THP);
        setup.hears("nsa/temperature", Setup.UID + ";20.00");
        assertThat(setup.readings).hasSize(1);
    }

    @Test
    void listenerThatThrowsHarmsNobodyElse() {
        try (Setup broken = new Setup(_ -> {
            throw new IllegalStateException("broken on purpose");
        })) {
            broken.placed(Setup.UID, "lab-1", Module.THP);
            broken.hears("nsa/temperature", "lab-1;21.50");
            assertThat(broken.readings).hasSize(1);
            assertThat(broken.intake.counters().failures()).isEqualTo(1);
        }
    }

    @Test
    void messageIsAcknowledgedAfterAllListenersHaveReturned() {
        AtomicInteger order = new AtomicInteger();
        AtomicInteger heardAt = new AtomicInteger();
        AtomicInteger acknowledgedAt = new AtomicInteger();
        try (Setup own = new Setup(_ -> heardAt.set(order.incrementAndGet()))) {
            own.intake.on(
                    Messages.text("nsa/temperature", "new place;21.50"),
                    () -> acknowledgedAt.set(order.incrementAndGet()));
            await().until(() -> acknowledgedAt.get() > 0);
        }
        assertThat(heardAt).hasValue(1);
        assertThat(acknowledgedAt).hasValue(2);
    }

    @Test
    void unreadableMessagesAreCountedKeptAndSpoilTheirPoint() {
        setup.placed(Setup.UID, "lab-1", Module.THP);
        setup.hears("nsa/temperature", "lab-1;nan");
        setup.hears("nsa/temperature", "no separator");
        setup.hears("cc/config", "nobody");
        assertThat(setup.intake.counters().unreadable())
                .isEqualTo(Map.of(Fault.BAD_NUMBER, 1L, Fault.NO_SEPARATOR, 1L, Fault.BAD_UID, 1L));
        assertThat(setup.intake.unreadable()).last().satisfies(unread -> {
            assertThat(unread.topic()).isEqualTo("cc/config");
            assertThat(unread.payload()).isEqualTo(Bytes.of("nobody"));
        });
        assertThat(setup.readings).singleElement().satisfies(reading -> assertThat(reading.quality())
                .isEqualTo(Quality.BAD));
    }

    @Test
    void onlyTheLastUnreadableMessagesAreKept() {
        IntStream.range(0, 1_000).forEach(i -> setup.hears("cc/config", "n" + i));
        assertThat(setup.intake.unreadable()).hasSize(200).last().satisfies(unread -> assertThat(unread.payload())
                .isEqualTo(Bytes.of("n999")));
    }

    @Test
    void valueThatTheBrokerHadKeptCountsUntilThePointSpeaksForItself() {
        setup.placed(Setup.UID, "lab-1", Module.THP);
        Message kept = Messages.retained(Messages.text("nsa/temperature", "lab-1;15.00"));
        setup.intake.on(kept, () -> {});
        setup.hears("nsa/temperature", "lab-1;21.50");
        setup.intake.on(kept, () -> {});
        assertThat(setup.readings).extracting(Reading::quality).containsExactly(Quality.UNCERTAIN, Quality.GOOD);
        assertThat(setup.intake.counters().kept()).isEqualTo(1);
    }

    @Test
    void answerThatTheBrokerHadKeptMovesNothing() {
        setup.placed(Setup.UID, "lab-1", Module.SWITCH);
        Message kept = Messages.retained(Messages.hex("switch/response/lab-1", "6c61622d313b040101"));
        setup.intake.on(kept, () -> {});
        assertThat(setup.readings).isEmpty();
        assertThat(setup.intake.counters().ignored()).isEqualTo(Map.of(Why.KEPT_ANSWER, 1L));
    }

    @Test
    void stateOfThePinsBecomesReadingsOfKnownRelaysAndValvesOnly() {
        Node node = setup.placed(Setup.UID, "lab-2", Module.IO);
        setup.buildings.ensurePoint(node.id(), Kind.RELAY, 1);
        setup.buildings.ensurePoint(node.id(), Kind.VALVE, 3);
        setup.buildings.ensurePoint(node.id(), Kind.RELAY, 5);
        // 04 ok, pin 5 is an input, pull-up on 5, levels: 1 and 3 high
        setup.hearsHex("io/response/lab-2", "6c61622d323b 04 01 20 20 0a");
        assertThat(setup.readings)
                .extracting(Reading::value, Reading::quality)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(new Value.Switched(true), Quality.GOOD),
                        org.assertj.core.groups.Tuple.tuple(new Value.Duty(100), Quality.GOOD),
                        org.assertj.core.groups.Tuple.tuple(new Value.Switched(false), Quality.UNCERTAIN));
    }

    @Test
    void nodeThatStillListensOnItsUidIsAddressedThere() {
        Node node = setup.placed(Setup.UID, "lab-2", Module.IO);
        assertThat(setup.intake.addressOf(node)).isEqualTo("lab-2");
        setup.hearsHex("io/response/" + Setup.UID, "6c61622d323b 80 01 00");
        assertThat(setup.intake.addressOf(node)).isEqualTo(Setup.UID);
        setup.hears("cc/config", Setup.UID);
        assertThat(setup.intake.addressOf(node)).isEqualTo("lab-2");
    }

    @Test
    void positionOfTheSwitchBecomesAReading() {
        setup.hearsHex("switch/response/sw-hall", "73772d68616c6c3b 04 01 01");
        await().until(() -> setup.readings.size() == 1);
        assertThat(setup.readings.getFirst().value()).isEqualTo(new Value.Changeover(true));
    }

    @Test
    void fanAnswersBecomeReadingsByWhatWasAskedOnTheWire() {
        Node node = setup.placed(Setup.UID, "lab-2", Module.PWM);
        setup.buildings.ensurePoint(node.id(), Kind.FAN, 12);
        setup.hearsHex("pwm/response", "6c61622d323b 0c0d"); // nobody asked: nobody knows
        setup.hearsHex("pwm/lab-2", "080c"); // duty of pin 12?
        setup.hearsHex("pwm/response", "6c61622d323b 0c0d"); // 13 %, or pins 12 and 13
        setup.hearsHex("pwm/lab-2", "10"); // active pins?
        setup.hearsHex("pwm/response", "6c61622d323b 0c0d"); // pins 12 and 13, or 13 %
        assertThat(setup.readings).extracting(Reading::value).containsExactly(new Value.Duty(13));
        assertThat(setup.said)
                .filteredOn(Answered.class::isInstance)
                .containsExactly(
                        new Answered.Pwm("lab-2", Bytes.of(12, 13)),
                        new Answered.Meant("lab-2", new PwmAnswer.Reads(12, 13)),
                        new Answered.Meant("lab-2", new PwmAnswer.Active(List.of(12, 13))));
    }

    @Test
    void fanThatReadsBackOneIsOffUnlessOnePercentWasAskedFor() {
        Node node = setup.placed(Setup.UID, "lab-2", Module.PWM);
        setup.buildings.ensurePoint(node.id(), Kind.FAN, 12);
        setup.hearsHex("pwm/lab-2", "080c");
        setup.hearsHex("pwm/response", "6c61622d323b 0c01");
        setup.hearsHex("pwm/lab-2", "040c01"); // 1 %
        setup.hearsHex("pwm/response", "6c61622d323b 31"); // done
        setup.hearsHex("pwm/lab-2", "080c");
        setup.hearsHex("pwm/response", "6c61622d323b 0c01");
        assertThat(setup.readings).extracting(Reading::value).containsExactly(new Value.Duty(0), new Value.Duty(1));
    }

    @Test
    void tooManyUnknownSourcesAreRefusedAndCounted() {
        setup.placed(Setup.UID, "lab-1", Module.THP);
        setup.buildings.changeTogether(() -> IntStream.range(0, Setup.MOST_UNPLACED - 1)
                .forEach(i -> setup.buildings.addNode(null, "waiting " + i, Dialect.FIRMWARE, 0)));
        setup.hears("nsa/temperature", "the last one;20.00");
        await().until(() -> setup.readings.size() == 1);
        setup.hears("nsa/temperature", "one too many;20.00");
        setup.hears("nsa/temperature", "lab-1;20.00");
        await().until(() -> setup.readings.size() == 2);
        assertThat(setup.building().nodeOfLocation("one too many")).isNull();
        assertThat(setup.intake.counters().refused()).isEqualTo(1);
    }

    @Test
    void bmac5NodeDescribesItselfAndItsReportsCount() {
        Channel temperature = new Channel(0, Kind.TEMPERATURE, false, true, Duration.ofSeconds(30));
        Channel relay = new Channel(7, Kind.RELAY, true, false, Duration.ZERO);
        setup.hears(Bmac5Codec.encode(new NodeMessage.Described(Setup.UID, 1, 0, List.of(temperature, relay))));
        setup.hears(Bmac5Codec.encode(new NodeMessage.Reported(Setup.UID, 0, Bytes.hex("6608"), null)));
        await().until(() -> setup.readings.size() == 1);
        assertThat(setup.readings.getFirst().value()).isEqualTo(new Value.Quantity(21.5, Unit.CELSIUS));
        assertThat(setup.point(Setup.UID, Kind.TEMPERATURE, 0).interval()).isEqualTo(Duration.ofSeconds(30));
        assertThat(setup.point(Setup.UID, Kind.RELAY, 7)).satisfies(point -> {
            assertThat(point.commandable()).isTrue();
            assertThat(point.interval()).isEqualTo(Duration.ZERO);
        });
        setup.hears(Bmac5Codec.encode(new Answered.Command(Setup.UID, 7, Result.DONE, Bytes.of(1), Bytes.of(9))));
        assertThat(setup.readings.getLast().value()).isEqualTo(new Value.Switched(true));
    }

    @Test
    void reportKeptWhileOfflineKeepsItsTimeAndOneFromTheFutureIsUncertain() {
        describeTemperature();
        Instant earlier = setup.clock.instant().minusSeconds(600);
        setup.hears(Bmac5Codec.encode(new NodeMessage.Reported(Setup.UID, 0, Bytes.hex("6608"), earlier)));
        Instant later = setup.clock.instant().plusSeconds(600);
        setup.hears(Bmac5Codec.encode(new NodeMessage.Reported(Setup.UID, 0, Bytes.hex("6608"), later)));
        assertThat(setup.readings).extracting(Reading::at).containsExactly(earlier, setup.clock.instant());
        assertThat(setup.readings).extracting(Reading::quality).containsExactly(Quality.GOOD, Quality.UNCERTAIN);
    }

    @Test
    void wrongLengthAndUnknownChannelAreCountedAndTheNodeIsAskedToSayHello() {
        describeTemperature();
        setup.hearsHex("bmac5/" + Setup.UID + "/r/0", "01");
        setup.hearsHex("bmac5/" + Setup.UID + "/r/9", "01");
        setup.hearsHex("bmac5/" + Setup.UID + "/r/9", "01");
        assertThat(setup.intake.counters().unreadable())
                .isEqualTo(Map.of(Fault.WRONG_LENGTH, 1L, Fault.UNKNOWN_CHANNEL, 2L));
        assertThat(setup.sent("bmac5/" + Setup.UID + "/get")).containsExactly("");
        assertThat(setup.readings).isEmpty();
    }

    @Test
    void pointsAreLostWithTheWillAndFoundWithTheNode() {
        describeTemperature();
        setup.events.clear();
        setup.hearsHex("bmac5/" + Setup.UID + "/alive", "00");
        setup.hearsHex("bmac5/" + Setup.UID + "/alive", "01");
        var points =
                java.util.Set.of(setup.point(Setup.UID, Kind.TEMPERATURE, 0).id());
        assertThat(setup.events)
                .containsExactly(
                        new PointsLost(points, "connection lost", setup.clock.instant()),
                        new PointsFound(points, setup.clock.instant()));
    }

    @Test
    void willOfAnUnknownNodeMakesNone() {
        setup.hears(new Outgoing("bmac5/" + Setup.UID + "/alive", Bytes.of(0), 1, true, Properties5.NONE));
        assertThat(setup.building().nodes()).isEmpty();
        assertThat(setup.said).contains(new NodeMessage.Presence(Setup.UID, Sign.GONE));
    }

    private void describeTemperature() {
        Channel channel = new Channel(0, Kind.TEMPERATURE, false, true, Duration.ofSeconds(30));
        setup.hears(Bmac5Codec.encode(new NodeMessage.Described(Setup.UID, 1, 0, List.of(channel))));
        await().until(() -> setup.said.stream().anyMatch(NodeMessage.Described.class::isInstance));
    }
}
