package org.bmac.node;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import org.bmac.MovableClock;
import org.bmac.broker.InMemoryBroker;
import org.bmac.broker.Outgoing;
import org.bmac.broker.Properties5;
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

class Bmac5DeliveriesTests {
    private static final String UID = "a020a6000002";
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final MovableClock clock = new MovableClock();
    private final InMemoryBroker broker = new InMemoryBroker(clock);
    private final Buildings buildings = TestBuildings.empty(_ -> {});
    private final NodeRoom room = new NodeRoom(broker, buildings, clock, _ -> {}, List.of());
    private final Node owner = room.bmac5(UID);
    private final Point fan = room.output(owner, Kind.FAN, 4);
    private final DeskNode node =
            DeskNode.bmac5(broker, clock, UID, List.of(new Channel(4, Kind.FAN, true, true, Duration.ZERO)));

    @AfterEach
    void close() {
        room.close();
    }

    private CompletableFuture<Delivered> deliver(int percent) {
        return room.deliveries()
                .deliver(fan, new Value.Duty(percent), PATIENCE, () -> {})
                .done();
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

    private static boolean isAnswer(Outgoing message) {
        return message.topic().contains("/a/");
    }

    @Test
    void commandCarriesWhatTheProtocolAsksForAndIsConfirmedByTheReport() {
        CompletableFuture<Delivered> done = deliver(59);
        assertThat(verdict(done)).isEqualTo(new Verdict.Confirmed(new Value.Duty(59)));
        Outgoing sent = broker.published().stream()
                .filter(message -> message.topic().equals("bmac5/" + UID + "/c/4"))
                .findFirst()
                .orElseThrow();
        assertThat(sent.payload().toHex()).isEqualTo("3b");
        assertThat(sent.qos()).isEqualTo(1);
        assertThat(sent.retain()).isFalse();
        assertThat(sent.properties().responseTopic()).isEqualTo("bmac5/" + UID + "/a/4");
        assertThat(Objects.requireNonNull(sent.properties().correlation()).length())
                .isEqualTo(8);
        assertThat(sent.properties().expiry()).isEqualTo(PATIENCE);
        assertThat(Transcript.hex(done.join().transcript().received())).isEqualTo("003b 3b");
    }

    @Test
    void lostReplyIsMadeUpForByReadingBack() {
        node.lose(Bmac5DeliveriesTests::isAnswer);
        CompletableFuture<Delivered> done = deliver(59);
        assertThat(done).isNotCompleted();
        pass(4);
        assertThat(verdict(done)).isEqualTo(new Verdict.Confirmed(new Value.Duty(59)));
    }

    @Test
    void clockThatIsSetBackStretchesNeitherPatienceNorExpiry() {
        node.lose(_ -> true);
        CompletableFuture<Delivered> done = deliver(59);
        pass(1);
        clock.move(Duration.ofHours(-1));
        pass(5);
        assertThat(verdict(done)).isInstanceOf(Verdict.Unanswered.class);
        assertThat(broker.published())
                .allSatisfy(message -> assertThat(message.properties().expiry())
                        .satisfiesAnyOf(expiry -> assertThat(expiry).isNull(), expiry -> assertThat(expiry)
                                .isLessThanOrEqualTo(Duration.ofSeconds(10))));
    }

    @Test
    void wishWithLittlePatienceDoesNotWaitBehindOneWithMore() {
        node.deafTo(_ -> true);
        var _ = deliver(10);
        room.deliveries().deliver(fan, new Value.Duty(20), Duration.ofSeconds(60), () -> {});
        CompletableFuture<Delivered> hasty = room.deliveries()
                .deliver(fan, new Value.Duty(30), Duration.ofSeconds(2), () -> {})
                .done();
        pass(3);
        assertThat(verdict(hasty)).isInstanceOf(Verdict.Unanswered.class);
    }

    @Test
    void lostCommandIsAMismatch() {
        node.deafTo(message -> message.topic().contains("/c/"));
        CompletableFuture<Delivered> done = deliver(59);
        pass(4);
        assertThat(verdict(done)).isEqualTo(new Verdict.Mismatched(new Value.Duty(0)));
    }

    @Test
    void doubledAndLateRepliesConfuseNobody() {
        node.twice(_ -> true);
        assertThat(verdict(deliver(20))).isEqualTo(new Verdict.Confirmed(new Value.Duty(20)));
        node.twice(_ -> false);
        node.holdBack(_ -> true);
        CompletableFuture<Delivered> first = deliver(40);
        pass(6);
        assertThat(verdict(first)).isInstanceOf(Verdict.Unanswered.class);
        CompletableFuture<Delivered> second = deliver(60);
        node.letGo();
        assertThat(verdict(second)).isEqualTo(new Verdict.Confirmed(new Value.Duty(60)));
    }

    @Test
    void answerToSomebodyElseConfirmsNothing() {
        node.lose(_ -> true);
        CompletableFuture<Delivered> done = deliver(59);
        broker.arrive(new Outgoing(
                "bmac5/" + UID + "/a/4",
                Bytes.hex("003b"),
                1,
                false,
                new Properties5(null, Bytes.hex("0000012c"), null, null, java.util.Map.of())));
        assertThat(done).isNotCompleted();
        pass(6);
        assertThat(verdict(done)).isInstanceOf(Verdict.Unanswered.class);
    }

    @Test
    void lyingOutputIsFoundOut() {
        var _ = deliver(10);
        node.lie(Kind.FAN, 4);
        assertThat(verdict(deliver(59))).isEqualTo(new Verdict.Mismatched(new Value.Duty(10)));
    }

    @Test
    void nodeThatComesBackAfterTheExpiryDoesNotObey() {
        var _ = deliver(10);
        node.leave();
        CompletableFuture<Delivered> done = deliver(59);
        pass(6);
        assertThat(verdict(done)).isInstanceOf(Verdict.Unanswered.class);
        node.comeBack();
        pass(1);
        assertThat(node.output(Kind.FAN, 4)).isEqualTo(10);
    }

    @Test
    void nodeThatIsKnownToBeGoneIsNotAsked() {
        assertThat(room.deliveries().obstacle(fan)).isEmpty();
        clock.move(Duration.ofSeconds(1));
        broker.arrive(new Outgoing("bmac5/" + UID + "/alive", Bytes.of(0), 1, true, Properties5.NONE));
        assertThat(room.deliveries().obstacle(fan))
                .hasValueSatisfying(why -> assertThat(why).contains("offline"));
        clock.move(Duration.ofSeconds(1));
        broker.arrive(new Outgoing("bmac5/" + UID + "/r/4", Bytes.of(10), 1, false, Properties5.NONE));
        assertThat(room.deliveries().obstacle(fan)).isEmpty();
    }

    @Test
    void nodeThatIsBusyIsAskedAgain() {
        node.lose(Bmac5DeliveriesTests::isAnswer);
        CompletableFuture<Delivered> done = deliver(59);
        Bytes correlation = broker.published().getLast().properties().correlation();
        node.lose(_ -> false);
        broker.arrive(new Outgoing(
                "bmac5/" + UID + "/a/4",
                Bytes.hex("0400"),
                1,
                false,
                new Properties5(null, correlation, null, null, java.util.Map.of())));
        assertThat(done).isNotCompleted();
        pass(1);
        assertThat(verdict(done)).isEqualTo(new Verdict.Confirmed(new Value.Duty(59)));
    }
}
