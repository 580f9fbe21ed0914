package org.bmac.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.bmac.broker.RealBroker;
import org.bmac.building.Buildings;
import org.bmac.building.Node;
import org.bmac.building.Point;
import org.bmac.building.TestBuildings;
import org.bmac.point.Kind;
import org.bmac.point.Value;
import org.bmac.simulator.SimulatedNode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Wishes over a real broker. */
abstract class DeliveriesContract {
    static final Clock CLOCK = Clock.systemUTC();
    static final Duration PATIENCE = Duration.ofSeconds(3);
    static final String NEW = "a020a6000002";
    private static final String OLD = "a020a6000001";

    private final Buildings buildings = TestBuildings.empty(_ -> {});
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
    RealBroker broker;
    private NodeRoom room;
    Point fan;
    private Point relay;

    /** The broker, started. */
    abstract URI server();

    @BeforeEach
    void start() {
        broker = new RealBroker(server(), CLOCK);
        room = new NodeRoom(broker.broker(), buildings, CLOCK, _ -> {}, List.of());
        Node fresh = room.bmac5(NEW);
        fan = room.output(fresh, Kind.FAN, 4);
        Node old = room.firmware(OLD, "lab-1", Module.IO);
        relay = room.output(old, Kind.RELAY, 5);
        broker.start();
        var _ = timer.scheduleWithFixedDelay(room::step, 20, 20, TimeUnit.MILLISECONDS);
    }

    @AfterEach
    void stop() {
        timer.shutdownNow();
        room.close();
        broker.close();
    }

    static List<Channel> channels() {
        return List.of(new Channel(4, Kind.FAN, true, true, Duration.ZERO));
    }

    CompletableFuture<Delivered> deliver(Point point, Value value, Duration patience) {
        return room.deliveries().deliver(point, value, patience, () -> {}).done();
    }

    Verdict verdict(CompletableFuture<Delivered> delivery) {
        return delivery.orTimeout(30, TimeUnit.SECONDS).join().verdict();
    }

    private static void pass(Duration time) {
        await().pollDelay(time).atMost(time.plusSeconds(5)).until(() -> true);
    }

    @Test
    void nodesOfBothKindsConfirm() {
        try (SimulatedNode fresh = SimulatedNode.bmac5(server(), NEW, channels(), CLOCK);
                SimulatedNode old = SimulatedNode.firmware(server(), OLD, Generation.RETAINING, CLOCK)) {
            await().until(() -> fresh.connected() && !Double.isNaN(old.output(Kind.RELAY, 5)));
            assertThat(verdict(deliver(fan, new Value.Duty(60), PATIENCE)))
                    .isEqualTo(new Verdict.Confirmed(new Value.Duty(60)));
            assertThat(verdict(deliver(relay, new Value.Switched(true), PATIENCE)))
                    .isEqualTo(new Verdict.Confirmed(new Value.Switched(true)));
            assertThat(old.output(Kind.RELAY, 5)).isEqualTo(1);
        }
    }

    @Test
    void nodeThatWasAwayDoesNotObeyWhatHasExpired() {
        try (SimulatedNode fresh = SimulatedNode.bmac5(server(), NEW, channels(), CLOCK);
                SimulatedNode old = SimulatedNode.firmware(server(), OLD, Generation.CAREFUL, CLOCK)) {
            await().until(() -> fresh.connected() && !Double.isNaN(old.output(Kind.RELAY, 5)));
            assertThat(verdict(deliver(fan, new Value.Duty(10), PATIENCE))).isInstanceOf(Verdict.Confirmed.class);
            assertThat(verdict(deliver(relay, new Value.Switched(false), PATIENCE)))
                    .isInstanceOf(Verdict.Confirmed.class);
            fresh.drop();
            old.drop();
            await().until(() -> !fresh.connected() && !old.connected());
            CompletableFuture<Delivered> duty = deliver(fan, new Value.Duty(60), PATIENCE);
            CompletableFuture<Delivered> on = deliver(relay, new Value.Switched(true), PATIENCE);
            assertThat(verdict(duty)).isInstanceOf(Verdict.Unanswered.class);
            assertThat(verdict(on)).isInstanceOf(Verdict.Unanswered.class);
            pass(Duration.ofSeconds(1));
            fresh.heal();
            old.heal();
            await().until(() -> fresh.connected() && old.connected());
            pass(Duration.ofSeconds(1));
            assertThat(fresh.output(Kind.FAN, 4)).isEqualTo(10);
            assertThat(old.output(Kind.RELAY, 5)).isNotEqualTo(1);
        }
    }
}
