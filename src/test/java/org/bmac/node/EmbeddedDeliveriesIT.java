package org.bmac.node;

import java.net.URI;
import java.nio.file.Path;
import org.bmac.broker.BuiltInBroker;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/** Wishes over the broker that the program brings along. */
class EmbeddedDeliveriesIT extends DeliveriesContract {
    @TempDir
    private static Path folder;

    private static BuiltInBroker embedded;

    @BeforeAll
    static void startEmbedded() {
        embedded = new BuiltInBroker(folder.resolve("broker"));
    }

    @AfterAll
    static void stopEmbedded() {
        embedded.close();
    }

    @Override
    URI server() {
        return embedded.uri();
    }
}
