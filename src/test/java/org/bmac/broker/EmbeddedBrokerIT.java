package org.bmac.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.bmac.broker.BrokerProperties.Embedded;
import org.bmac.broker.BrokerProperties.Store;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedBrokerIT extends BrokerContract {
    private static final Embedded SETTINGS = new Embedded("127.0.0.1", Mosquitto.freePort(), Store.MEMORY);

    @TempDir
    static Path folder;

    private static EmbeddedBroker embedded;

    @BeforeAll
    static void start() {
        embedded = new EmbeddedBroker(SETTINGS, folder.resolve("broker"));
        assertThat(embedded.start()).succeedsWithin(60, TimeUnit.SECONDS);
    }

    @AfterAll
    static void stop() {
        embedded.close();
    }

    @Override
    World open() {
        return new RealWorld(URI.create("mqtt://127.0.0.1:" + SETTINGS.port()));
    }

    @Test
    void takenPortIsNamedBeforeTheStart() {
        EmbeddedBroker second = new EmbeddedBroker(SETTINGS, folder.resolve("second"));
        assertThatThrownBy(second::start)
                .isInstanceOf(PortTaken.class)
                .hasMessageStartingWith("Port " + SETTINGS.port() + " ")
                .hasMessageContaining("BMAC_BROKER_EMBEDDED_PORT");
    }

    @Test
    void nothingIsWrittenOutsideOfItsFolder() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).containsExactly(folder.resolve("broker"));
        }
        assertThat(Path.of("data.lock")).doesNotExist();
        assertThat(Path.of("log")).doesNotExist();
    }
}
