package org.bmac.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.bmac.point.Bytes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class BrokerConfigurationIT {
    @TempDir
    Path data;

    @Test
    void programWithNothingConfiguredTalksToItsOwnBroker() {
        int port = Mosquitto.freePort();
        context(port).run(context -> {
            Broker broker = context.getBean(Broker.class);
            Collected collected = new Collected(true);
            broker.subscribe("hello", collected);
            await().atMost(Duration.ofSeconds(90)).until(() -> broker.link().up());
            assertThat(context.getBean(BrokerAddress.class).nodes()).isEqualTo(URI.create("mqtt://127.0.0.1:" + port));
            assertThat(broker.publish(new Outgoing("hello", Bytes.of("x"), 1, false, Properties5.NONE)))
                    .succeedsWithin(20, TimeUnit.SECONDS);
            collected.await(1);
            assertThat(collected.texts()).containsExactly("x");
            long before = System.nanoTime();
            context.close();
            assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(10));
        });
        assertThat(data.resolve("broker")).isDirectory();
    }

    @Test
    void fileStoreKeepsMessagesOverARestart() {
        int port = Mosquitto.freePort();
        context(port).withPropertyValues("bmac.broker.embedded.store=file").run(context -> {
            Broker broker = context.getBean(Broker.class);
            await().atMost(Duration.ofSeconds(90)).until(() -> broker.link().up());
            assertThat(broker.publish(new Outgoing("kept", Bytes.of("x"), 1, true, Properties5.NONE)))
                    .succeedsWithin(20, TimeUnit.SECONDS);
        });
        context(port).withPropertyValues("bmac.broker.embedded.store=file").run(context -> {
            Collected collected = new Collected(true);
            context.getBean(Broker.class).subscribe("kept", collected);
            collected.await(1);
            assertThat(collected.messages().getFirst().retained()).isTrue();
            assertThat(collected.texts()).containsExactly("x");
        });
    }

    @Test
    void takenPortStopsTheStartWithOneSentence() throws IOException {
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            context(other.getLocalPort()).run(context -> assertThat(context)
                    .getFailure()
                    .rootCause()
                    .isInstanceOf(PortTaken.class)
                    .hasMessageContaining("BMAC_BROKER_EMBEDDED_PORT"));
        }
    }

    private ApplicationContextRunner context(int port) {
        return new ApplicationContextRunner()
                .withUserConfiguration(BrokerConfiguration.class)
                .withBean(Clock.class, Clock::systemUTC)
                .withPropertyValues("bmac.data=" + data, "bmac.broker.embedded.port=" + port);
    }
}
