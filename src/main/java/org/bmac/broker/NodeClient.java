package org.bmac.broker;

import com.hivemq.client.internal.mqtt.MqttClientConnectionConfig;
import com.hivemq.client.mqtt.MqttClient;
import com.hivemq.client.mqtt.MqttClientBuilder;
import com.hivemq.client.mqtt.lifecycle.MqttClientConnectedListener;
import com.hivemq.client.mqtt.lifecycle.MqttClientDisconnectedListener;
import java.net.URI;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** What {@link NodeConnection} needs of the MQTT library, once for each version of the protocol. */
sealed interface NodeClient permits NodeClient3, NodeClient5 {
    void connect();

    CompletableFuture<Void> subscribe(String filter, int qos);

    CompletableFuture<Void> publish(Outgoing message);

    boolean isConnected();

    /** Closes the socket without a word. */
    void cut();

    /** Says goodbye; does nothing when not connected. */
    void disconnect();

    static MqttClientBuilder builder(
            NodeConnection.Options options,
            MqttClientConnectedListener connected,
            MqttClientDisconnectedListener lost) {
        URI broker = options.broker();
        BrokerUrl url = BrokerUrl.parse(broker.toString());
        MqttClientBuilder builder = MqttClient.builder()
                .identifier(options.clientId())
                .serverHost(url.host())
                .serverPort(url.port())
                .addConnectedListener(connected)
                .addDisconnectedListener(lost);
        return url.secure() ? builder.sslWithDefaultConfig() : builder;
    }

    /**
     * The library offers no way to close the socket without DISCONNECT, so this reaches into it.
     *
     * @param connection what the library says of the connection; null when there is none
     */
    static void cut(@Nullable Object connection) {
        if (connection instanceof MqttClientConnectionConfig inner) {
            var _ = inner.getChannel().close();
        }
    }
}
