package org.bmac.broker;

import java.net.URI;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.bmac.broker.BrokerProperties.Embedded;
import org.bmac.broker.BrokerProperties.Store;

/** The broker that the program brings along, on a free port, for tests of other rooms. */
public final class BuiltInBroker implements AutoCloseable {
    private final Embedded settings = new Embedded("127.0.0.1", Mosquitto.freePort(), Store.MEMORY);
    private final EmbeddedBroker broker;

    /** Starts it; what it writes goes to this folder. */
    public BuiltInBroker(Path folder) {
        broker = new EmbeddedBroker(settings, folder);
        broker.start().orTimeout(60, TimeUnit.SECONDS).join();
    }

    public URI uri() {
        return URI.create("mqtt://127.0.0.1:" + settings.port());
    }

    @Override
    public void close() {
        broker.close();
    }
}
