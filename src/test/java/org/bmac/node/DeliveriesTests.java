package org.bmac.node;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.bmac.MovableClock;
import org.bmac.broker.InMemoryBroker;
import org.bmac.broker.Outgoing;
import org.bmac.building.Buildings;
import org.bmac.building.Node;
import org.bmac.building.Point;
import org.bmac.building.TestBuildings;
import org.bmac.point.Bytes;
import org.bmac.point.Kind;
import org.bmac.point.Value;
import org.bmac.simulator.DeskNode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Wishes on their way to simulated nodes of both dialects, with all that can go wrong. */
class DeliveriesTests {
    private static final String UID = "a020a6000001";
    private static final String OTHER = "a020a6000002";
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final MovableClock clock = new MovableClock();
    private final InMemoryBroker broker = new InMemoryBroker(clock);
    private final Buildings buildings = TestBuildings.empty(_ -> {});
    private final NodeRoom room = new NodeRoom(broker, buildings, clock, _ -> {}, List.of());

    @AfterEach
    void close() {
        room.close();
    }

    // A firmware node with fans on GPIO 12, 13, 14, and outputs on pins 1 and 5.

    private final Node lab = room.firmware(UID, "lab-2", Module.PWM, Module.IO);
    private final Point fan = room.output(lab, Kind.FAN, 14);
    private final Point relay = room.output(lab, Kind.RELAY, 5);
    private final Point valve = room.output(lab, Kind.VALVE, 1);
    private final DeskNode node = lab();

    private DeskNode lab() {
        room.output(lab, Kind.FAN, 12);
        room.output(lab, Kind.FAN, 13);
        DeskNode made = DeskNode.firmware(broker, clock, UID);
        made.pass(Duration.ofMillis(200));
        return made;
    }

    private CompletableFuture<Delivered> deliver(Point point, Value value) {
        return room.deliveries().deliver(point, value, PATIENCE, () -> {}).done();
    }

    private void pass(int seconds) {
        for (int i = 0; i < seconds * 20; i++) {
            node.pass(Duration.ofMillis(50));
            room.step();
        }
    }

    private static Verdict verdict(CompletableFuture<Delivered> delivery) {
        assertThat(delivery).isCompleted();
        return delivery.join().verdict();
    }

    @Test
    void fansAreStartedWithAllTheirPinsThenSetThenReadBack() {
        CompletableFuture<Delivered> done = deliver(fan, new Value.Duty(60));
        assertThat(verdict(done)).isEqualTo(new Verdict.Confirmed(new Value.Duty(60)));
        assertThat(node.output(Kind.FAN, 14)).isEqualTo(60);
        assertThat(Transcript.hex(done.join().transcript().sent())).isEqualTo("10 01030c0d0e 040e3c 080e");
        assertThat(Transcript.hex(done.join().transcript().received()))
                .isEqualTo("6c61622d323b 6c61622d323b31 6c61622d323b31 6c61622d323b0e3c");
    }

    @Test
    void everythingIsSentWithQosOneNeverRetainedAndExpires() {
        var _ = deliver(fan, new Value.Duty(60));
        var _ = deliver(relay, new Value.Switched(true));
        List<Outgoing> sent = broker.published().stream()
                .filter(message ->
                        message.topic().startsWith("pwm/") || message.topic().startsWith("io/"))
                .toList();
        assertThat(sent).isNotEmpty().allSatisfy(message -> {
            assertThat(message.qos()).isEqualTo(1);
            assertThat(message.retain()).isFalse();
            assertThat(message.properties().expiry()).isNotNull().isLessThanOrEqualTo(PATIENCE);
        });
    }

    @Test
    void fanThatIsOffReadsBackOneAndThatConfirmsZero() {
        var _ = deliver(fan, new Value.Duty(60));
        assertThat(verdict(deliver(fan, new Value.Duty(0)))).isEqualTo(new Verdict.Confirmed(new Value.Duty(0)));
        assertThat(node.output(Kind.FAN, 14)).isZero();
    }

    @Test
    void ioChipIsStartedFirstAndThePinItselfIsRead() {
        CompletableFuture<Delivered> done = deliver(relay, new Value.Switched(true));
        assertThat(verdict(done)).isEqualTo(new Verdict.Confirmed(new Value.Switched(true)));
        assertThat(Transcript.hex(done.join().transcript().sent())).isEqualTo("80 01 200501 4005");
        assertThat(verdict(deliver(valve, new Value.Duty(100)))).isEqualTo(new Verdict.Confirmed(new Value.Duty(100)));
        assertThat(node.output(Kind.RELAY, 5)).isEqualTo(1);
    }

    @Test
    void changeOverPulseTakesASecond() {
        Node hall = room.firmware(OTHER, "sw-hall", Module.SWITCH);
        Point changeover = room.output(hall, Kind.CHANGEOVER, 0);
        DeskNode other = DeskNode.firmware(broker, clock, OTHER);
        other.pass(Duration.ofMillis(200));
        CompletableFuture<Delivered> done = deliver(changeover, new Value.Changeover(true));
        assertThat(done).isNotCompleted();
        other.pass(Duration.ofSeconds(2));
        assertThat(verdict(done)).isEqualTo(new Verdict.Confirmed(new Value.Changeover(true)));
        assertThat(Transcript.hex(done.join().transcript().sent())).isEqualTo("02 04");
    }

    @Test
    void lyingRelayIsFoundOut() {
        node.lie(Kind.RELAY, 5);
        assertThat(verdict(deliver(relay, new Value.Switched(true))))
                .isEqualTo(new Verdict.Mismatched(new Value.Switched(false)));
    }

    @Test
    void lostReplyIsMadeUpForByReadingBack() {
        node.lose(message -> message.payload().equals(Bytes.of("lab-2;1")));
        var _ = deliver(fan, new Value.Duty(10)); // its first '1' answers the start
        CompletableFuture<Delivered> done = deliver(fan, new Value.Duty(60));
        pass(4);
        node.lose(_ -> false);
        pass(2);
        CompletableFuture<Delivered> again = deliver(fan, new Value.Duty(60));
        assertThat(verdict(again)).isEqualTo(new Verdict.Confirmed(new Value.Duty(60)));
        assertThat(done).isCompleted();
    }

    @Test
    void lostReplyOfAStartedFanIsConfirmedByReadBack() {
        var _ = deliver(fan, new Value.Duty(10));
        node.lose(message -> message.payload().equals(Bytes.of("lab-2;1")));
        CompletableFuture<Delivered> done = deliver(fan, new Value.Duty(60));
        assertThat(done).isNotCompleted();
        pass(4);
        assertThat(verdict(done)).isEqualTo(new Verdict.Confirmed(new Value.Duty(60)));
        assertThat(Transcript.hex(done.join().transcript().sent())).isEqualTo("10 040e3c 10 080e");
    }

    @Test
    void doubledRepliesConfuseNobody() {
        node.twice(_ -> true);
        for (int duty : new int[] {60, 40, 12, 13, 1, 0}) {
            assertThat(verdict(deliver(fan, new Value.Duty(duty))))
                    .isEqualTo(new Verdict.Confirmed(new Value.Duty(duty)));
            assertThat(node.output(Kind.FAN, 14)).isEqualTo(duty);
        }
    }

    @Test
    void lateReplyAfterTheEndIsNotTakenForTheAnswerToTheNext() {
        var _ = deliver(fan, new Value.Duty(10));
        node.holdBack(message -> message.topic().equals("pwm/response"));
        CompletableFuture<Delivered> first = deliver(fan, new Value.Duty(60));
        pass(6);
        assertThat(verdict(first)).isInstanceOf(Verdict.Unanswered.class);
        CompletableFuture<Delivered> second = deliver(fan, new Value.Duty(40));
        node.letGo();
        assertThat(verdict(second)).isEqualTo(new Verdict.Confirmed(new Value.Duty(40)));
        assertThat(node.output(Kind.FAN, 14)).isEqualTo(40);
    }

    @Test
    void replyOfAnotherNodeConfirmsNothing() {
        room.firmware(OTHER, "lab-3", Module.PWM);
        node.lose(_ -> true);
        CompletableFuture<Delivered> done = deliver(fan, new Value.Duty(60));
        broker.arrive("pwm/response", Bytes.hex("6c61622d333b0c0d0e"));
        broker.arrive("pwm/response", Bytes.of("lab-3;1"));
        broker.arrive("pwm/response", Bytes.hex("6c61622d333b0e3c"));
        assertThat(done).isNotCompleted();
        pass(6);
        assertThat(verdict(done)).isInstanceOf(Verdict.Unanswered.class);
    }

    @Test
    void keptReplyConfirmsNothing() {
        node.lose(_ -> true);
        CompletableFuture<Delivered> done = deliver(relay, new Value.Switched(true));
        room.close();
        broker.arrive(new Outgoing(
                "io/response/lab-2", Bytes.hex("6c61622d323b40010501"), 0, true, org.bmac.broker.Properties5.NONE));
        assertThat(done).isNotCompleted();
    }

    @Test
    void nodeThatRestartsInMidCommandIsStartedAgainAndSet() {
        var _ = deliver(fan, new Value.Duty(10));
        boolean[] once = new boolean[1];
        node.deafTo(message -> message.payload().equals(Bytes.hex("040e3c")) && !once[0] && (once[0] = true));
        CompletableFuture<Delivered> done = deliver(fan, new Value.Duty(60));
        node.restart();
        pass(4);
        assertThat(verdict(done)).isEqualTo(new Verdict.Confirmed(new Value.Duty(60)));
        assertThat(node.output(Kind.FAN, 14)).isEqualTo(60);
        assertThat(Transcript.hex(done.join().transcript().sent())).isEqualTo("10 040e3c 10 01030c0d0e 040e3c 080e");
    }

    @Test
    void questionsDoNotStandInTheWayOfWishes() {
        node.lose(_ -> true);
        room.ask();
        node.lose(_ -> false);
        assertThat(verdict(deliver(fan, new Value.Duty(60)))).isInstanceOf(Verdict.Confirmed.class);
        assertThat(verdict(deliver(relay, new Value.Switched(true)))).isInstanceOf(Verdict.Confirmed.class);
    }

    @Test
    void wishesToOneNodeWaitForOneAnotherAndAllEnd() {
        node.lose(_ -> true);
        CompletableFuture<Delivered> first = deliver(fan, new Value.Duty(60));
        CompletableFuture<Delivered> second = deliver(room.output(lab, Kind.FAN, 12), new Value.Duty(60));
        pass(6);
        assertThat(verdict(first)).isInstanceOf(Verdict.Unanswered.class);
        assertThat(verdict(second)).isInstanceOf(Verdict.Unanswered.class);
        assertThat(second.join().transcript()).isEqualTo(Transcript.NONE);
    }

    @Test
    void withdrawnWishIsNotSentAnyMore() {
        node.lose(_ -> true);
        var _ = deliver(fan, new Value.Duty(60));
        Delivery waiting = room.deliveries().deliver(fan, new Value.Duty(70), PATIENCE, () -> {});
        assertThat(waiting.withdraw()).isEqualTo(Transcript.NONE);
        node.lose(_ -> false);
        pass(6);
        assertThat(waiting.done()).isNotCompleted();
        assertThat(node.output(Kind.FAN, 14)).isNotEqualTo(70);
    }

    @Test
    void nodeThatComesBackAfterTheExpiryDoesNotObey() {
        var _ = deliver(fan, new Value.Duty(10));
        var _ = deliver(relay, new Value.Switched(false));
        node.leave();
        CompletableFuture<Delivered> duty = deliver(fan, new Value.Duty(60));
        CompletableFuture<Delivered> on = deliver(relay, new Value.Switched(true));
        pass(6);
        assertThat(verdict(duty)).isInstanceOf(Verdict.Unanswered.class);
        assertThat(verdict(on)).isInstanceOf(Verdict.Unanswered.class);
        node.comeBack();
        pass(1);
        assertThat(node.output(Kind.FAN, 14)).isEqualTo(10);
        assertThat(node.output(Kind.RELAY, 5)).isZero();
    }

    @Test
    void nothingIsSentWhileTheLinkIsDown() {
        broker.goDown("cable cut");
        assertThat(room.deliveries().obstacle(fan))
                .hasValueSatisfying(why -> assertThat(why).contains("cable cut"));
        assertThat(verdict(deliver(fan, new Value.Duty(60)))).isInstanceOf(Verdict.Refused.class);
        broker.comeUp();
        assertThat(room.deliveries().obstacle(fan)).isEmpty();
    }

    @Test
    void valveOfTheFirmwareIsOpenOrShut() {
        assertThat(room.deliveries().impossible(valve, new Value.Duty(50))).isPresent();
        assertThat(room.deliveries().impossible(valve, new Value.Duty(100))).isEmpty();
        assertThat(room.deliveries().impossible(fan, new Value.Switched(true))).isPresent();
    }
}
