package org.bmac.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.bmac.point.Bytes;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What was to be sent when our link to a real broker broke, and what is left of it when we are back. */
class OutboxIT {
    @RegisterExtension
    static final Mosquitto MOSQUITTO = new Mosquitto();

    private static final Duration EXPIRY = Duration.ofSeconds(2);

    private final Wire wire = new Wire(MOSQUITTO.uri());
    private final RealBroker ours = new RealBroker(wire.uri(), Clock.systemUTC());
    private final List<String> heard = new CopyOnWriteArrayList<>();
    private NodeConnection node;

    @BeforeEach
    void start() {
        ours.start();
        node = NodeConnection.open(
                RealWorld.node(MOSQUITTO.uri(), "outbox-node"),
                message -> heard.add(message.payload().toString()),
                Clock.systemUTC());
        await().until(node::connected);
        node.subscribe("outbox/#", 1).orTimeout(10, TimeUnit.SECONDS).join();
        heard.clear();
    }

    @AfterEach
    void stop() {
        node.close();
        ours.close();
        wire.close();
    }

    private CompletableFuture<Void> publish(String text) {
        return ours.broker().publish(new Outgoing("outbox/x", Bytes.of(text), 1, false, Properties5.expiring(EXPIRY)));
    }

    private void reconnect() {
        wire.cut();
        await().atMost(Duration.ofSeconds(20)).until(() -> !ours.broker().link().up());
        wire.mend();
        await().atMost(Duration.ofSeconds(30)).until(() -> ours.broker().link().up());
    }

    /** Everything that is before it has come when this has. */
    private void hearTheEnd() {
        publish("end").orTimeout(20, TimeUnit.SECONDS).join();
        await().atMost(Duration.ofSeconds(20))
                .until(() -> heard.contains(Bytes.of("end").toString()));
    }

    @Test
    void whatGotLostOnTheWayIsNotSentAgainAfterItsExpiry() {
        wire.mute();
        CompletableFuture<Void> lost = publish("lost");
        await().pollDelay(EXPIRY.plusSeconds(1)).atMost(Duration.ofSeconds(10)).until(() -> true);
        assertThat(lost).isNotDone();
        reconnect();
        hearTheEnd();
        assertThat(lost).isCompletedExceptionally();
        assertThat(heard).containsExactly(Bytes.of("end").toString());
    }

    @Test
    void whatGotLostJustBeforeIsNotSentAgainEither() {
        wire.mute();
        CompletableFuture<Void> lost = publish("lost");
        reconnect();
        hearTheEnd();
        assertThat(lost).isCompletedExceptionally();
        assertThat(heard).containsExactly(Bytes.of("end").toString());
    }

    @Test
    void whatIsToBeSentWhileTheLinkIsDownFailsAtOnceAndIsNotKept() {
        wire.cut();
        await().atMost(Duration.ofSeconds(20)).until(() -> !ours.broker().link().up());
        CompletableFuture<Void> late = publish("late");
        assertThat(late).isCompletedExceptionally();
        wire.mend();
        await().atMost(Duration.ofSeconds(30)).until(() -> ours.broker().link().up());
        hearTheEnd();
        assertThat(heard).containsExactly(Bytes.of("end").toString());
    }
}
