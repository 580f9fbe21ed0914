package org.bmac.broker;

import com.hivemq.client.mqtt.MqttGlobalPublishFilter;
import com.hivemq.client.mqtt.datatypes.MqttQos;
import com.hivemq.client.mqtt.lifecycle.MqttClientConnectedListener;
import com.hivemq.client.mqtt.lifecycle.MqttClientDisconnectedListener;
import com.hivemq.client.mqtt.mqtt5.Mqtt5AsyncClient;
import com.hivemq.client.mqtt.mqtt5.message.auth.Mqtt5SimpleAuth;
import com.hivemq.client.mqtt.mqtt5.message.connect.Mqtt5Connect;
import com.hivemq.client.mqtt.mqtt5.message.publish.Mqtt5Publish;
import com.hivemq.client.mqtt.mqtt5.message.publish.Mqtt5WillPublish;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/** A node's session over MQTT 5. */
final class NodeClient5 implements NodeClient {
    private static final long KEPT_SECONDS = 3_600;

    private final Mqtt5AsyncClient client;
    private final Mqtt5Connect connect;

    NodeClient5(
            NodeConnection.Options options,
            MqttClientConnectedListener connected,
            MqttClientDisconnectedListener lost,
            Consumer<Message> receiver,
            Clock clock) {
        BrokerUrl url = BrokerUrl.parse(options.broker().toString());
        client = NodeClient.builder(options, connected, lost)
                .useMqttVersion5()
                .simpleAuth(url.user() == null ? null : login(url, url.user()))
                .willPublish(options.will() == null ? null : will(options.will(), options.willDelay()))
                .buildAsync();
        client.publishes(
                MqttGlobalPublishFilter.ALL, message -> receiver.accept(Publishes.message(message, clock.instant())));
        connect = Mqtt5Connect.builder()
                .cleanStart(options.cleanStart())
                .sessionExpiryInterval(options.cleanStart() ? 0 : KEPT_SECONDS)
                .keepAlive((int) options.keepAlive().toSeconds())
                .build();
    }

    private static Mqtt5WillPublish will(Outgoing will, Duration delay) {
        return Publishes.publish(will)
                .asWill()
                .extendAsWill()
                .delayInterval(delay.toSeconds())
                .build();
    }

    private static Mqtt5SimpleAuth login(BrokerUrl url, String user) {
        var auth = Mqtt5SimpleAuth.builder().username(user);
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
        Mqtt5Publish publish = Publishes.publish(message);
        return client.publish(publish).thenAccept(result -> result.getError().ifPresent(Publishes::fail));
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
