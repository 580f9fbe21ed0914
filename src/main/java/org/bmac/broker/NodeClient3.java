package org.bmac.broker;

import com.hivemq.client.mqtt.MqttGlobalPublishFilter;
import com.hivemq.client.mqtt.datatypes.MqttQos;
import com.hivemq.client.mqtt.lifecycle.MqttClientConnectedListener;
import com.hivemq.client.mqtt.lifecycle.MqttClientDisconnectedListener;
import com.hivemq.client.mqtt.mqtt3.Mqtt3AsyncClient;
import com.hivemq.client.mqtt.mqtt3.message.auth.Mqtt3SimpleAuth;
import com.hivemq.client.mqtt.mqtt3.message.connect.Mqtt3Connect;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/** A node's session over MQTT 3.1.1, which knows no properties. */
final class NodeClient3 implements NodeClient {
    private final Mqtt3AsyncClient client;
    private final Mqtt3Connect connect;

    NodeClient3(
            NodeConnection.Options options,
            MqttClientConnectedListener connected,
            MqttClientDisconnectedListener lost,
            Consumer<Message> receiver,
            Clock clock) {
        BrokerUrl url = BrokerUrl.parse(options.broker().toString());
        client = NodeClient.builder(options, connected, lost)
                .useMqttVersion3()
                .simpleAuth(url.user() == null ? null : login(url, url.user()))
                .willPublish(options.will() == null ? null : Publishes.publish3(options.will()))
                .buildAsync();
        client.publishes(
                MqttGlobalPublishFilter.ALL, message -> receiver.accept(Publishes.message(message, clock.instant())));
        connect = Mqtt3Connect.builder()
                .cleanSession(options.cleanStart())
                .keepAlive((int) options.keepAlive().toSeconds())
                .build();
    }

    private static Mqtt3SimpleAuth login(BrokerUrl url, String user) {
        var auth = Mqtt3SimpleAuth.builder().username(user);
        return url.password() == null
                ? auth.build()
                : auth.password(url.password().getBytes(StandardCharsets.UTF_8)).build();
    }

    @Override
    public void connect() {
        var _ = client.connect(connect);
    }

    @Override
    public CompletableFuture<Void> subscribe(String filter, int qos) {
        return client.subscribeWith()
                .topicFilter(filter)
                .qos(qos == 0 ? MqttQos.AT_MOST_ONCE : MqttQos.AT_LEAST_ONCE)
                .send()
                .thenAccept(_ -> {});
    }

    @Override
    public CompletableFuture<Void> publish(Outgoing message) {
        return client.publish(Publishes.publish3(message)).thenAccept(_ -> {});
    }

    @Override
    public boolean isConnected() {
        return client.getState().isConnected();
    }

    @Override
    public void cut() {
        NodeClient.cut(client.getConfig().getConnectionConfig().orElse(null));
    }

    @Override
    public void disconnect() {
        var _ = client.disconnect();
    }
}
