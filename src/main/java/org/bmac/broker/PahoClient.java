package org.bmac.broker;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.eclipse.paho.mqttv5.client.MqttAsyncClient;
import org.eclipse.paho.mqttv5.client.MqttConnectionOptions;
import org.eclipse.paho.mqttv5.client.internal.NetworkModule;
import org.eclipse.paho.mqttv5.client.persist.MemoryPersistence;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.jspecify.annotations.Nullable;

/**
 * Paho over connections that read ahead, plain or over TLS: it asks the socket four times for each message otherwise, which
 * costs more than all the rest of its work. What it reads is shown to {@link Repeats}.
 */
final class PahoClient extends MqttAsyncClient {
    private static final int BYTES = 1 << 16;

    private final Repeats repeats;

    PahoClient(String address, String clientId, Repeats repeats) throws MqttException {
        super(address, clientId, new MemoryPersistence(), new PahoPings(), null);
        this.repeats = repeats;
    }

    @Override
    protected NetworkModule[] createNetworkModules(String address, MqttConnectionOptions options) throws MqttException {
        NetworkModule[] modules = super.createNetworkModules(address, options);
        for (int i = 0; i < modules.length; i++) {
            modules[i] = new Ahead(modules[i], repeats);
        }
        return modules;
    }

    private static final class Ahead implements NetworkModule {
        private final NetworkModule connection;
        private final Repeats repeats;
        private @Nullable InputStream in;

        Ahead(NetworkModule connection, Repeats repeats) {
            this.connection = connection;
            this.repeats = repeats;
        }

        @Override
        public void start() throws IOException, MqttException {
            connection.start();
        }

        @Override
        public synchronized InputStream getInputStream() throws IOException {
            InputStream stream = in;
            if (stream == null) {
                stream = new ReadAhead(connection.getInputStream(), repeats);
                in = stream;
            }
            return stream;
        }

        @Override
        public OutputStream getOutputStream() throws IOException {
            return connection.getOutputStream();
        }

        @Override
        public void stop() throws IOException {
            connection.stop();
        }

        @Override
        public String getServerURI() {
            return connection.getServerURI();
        }
    }

    private static final class ReadAhead extends BufferedInputStream {
        private final Repeats repeats;

        ReadAhead(InputStream connection, Repeats repeats) {
            super(connection, BYTES);
            this.repeats = repeats;
        }

        @Override
        public synchronized int read() throws IOException {
            int next = super.read();
            if (next >= 0) {
                repeats.pass(next);
            }
            return next;
        }

        @Override
        public synchronized int read(byte[] into, int from, int most) throws IOException {
            int count = super.read(into, from, most);
            if (count > 0) {
                repeats.pass(into, from, count);
            }
            return count;
        }

        /** What is in the buffer already; the connection is asked only when that is nothing. */
        @Override
        public synchronized int available() throws IOException {
            int here = count - pos;
            return here > 0 ? here : super.available();
        }
    }
}
