package org.bmac.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.bmac.broker.Mosquitto;
import org.bmac.point.Kind;
import org.bmac.point.Value;
import org.bmac.simulator.SimulatedNode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Wishes over a real Mosquitto, which keeps what it has over a restart. */
class DeliveriesIT extends DeliveriesContract {
    private final Mosquitto mosquitto = new Mosquitto(
            "allow_anonymous true", "persistence true", "autosave_interval 1", "queue_qos0_messages true");
    private boolean started;

    @Override
    URI server() {
        if (!started) {
            started = true;
            mosquitto.start();
        }
        return mosquitto.uri();
    }

    @AfterEach
    void stopMosquitto() {
        mosquitto.close();
    }

    @Test
    void brokerThatRestartsInMidCommandLeavesOneOutcomeAndTheTruth() {
        try (SimulatedNode fresh = SimulatedNode.bmac5(server(), NEW, channels(), CLOCK)) {
            await().until(fresh::connected);
            assertThat(verdict(deliver(fan, new Value.Duty(10), PATIENCE))).isInstanceOf(Verdict.Confirmed.class);
            fresh.silence();
            CompletableFuture<Delivered> done = deliver(fan, new Value.Duty(60), Duration.ofSeconds(15));
            mosquitto.stop();
            await().until(() -> !broker.broker().link().up());
            fresh.heal();
            mosquitto.start();
            Verdict verdict = verdict(done);
            assertThat(verdict).isInstanceOfAny(Verdict.Confirmed.class, Verdict.Mismatched.class);
            double output = fresh.output(Kind.FAN, 4);
            assertThat(verdict instanceof Verdict.Confirmed).isEqualTo(output == 60);
        }
    }
}
