package org.bmac.broker;

import com.hivemq.client.mqtt.datatypes.MqttQos;
import com.hivemq.client.mqtt.datatypes.MqttUtf8String;
import com.hivemq.client.mqtt.mqtt3.message.publish.Mqtt3Publish;
import com.hivemq.client.mqtt.mqtt5.datatypes.Mqtt5UserProperties;
import com.hivemq.client.mqtt.mqtt5.datatypes.Mqtt5UserProperty;
import com.hivemq.client.mqtt.mqtt5.message.publish.Mqtt5Publish;
import com.hivemq.client.mqtt.mqtt5.message.publish.Mqtt5PublishBuilder;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.bmac.point.Bytes;
import org.jspecify.annotations.Nullable;

/** Our messages as those of the nodes' MQTT library, and back. */
final class Publishes {
    private Publishes() {}

    static Mqtt5Publish publish(Outgoing message) {
        Properties5 properties = message.properties();
        Mqtt5PublishBuilder.Complete builder = Mqtt5Publish.builder()
                .topic(message.topic())
                .payload(message.payload().toArray())
                .qos(qos(message.qos()))
                .retain(message.retain())
                .contentType(properties.contentType())
                .responseTopic(properties.responseTopic())
                .correlationData(
                        properties.correlation() == null
                                ? null
                                : properties.correlation().toArray())
                .userProperties(user(properties.user()));
        return properties.expiry() == null
                ? builder.build()
                : builder.messageExpiryInterval(properties.expiry().toSeconds()).build();
    }

    static Mqtt3Publish publish3(Outgoing message) {
        return Mqtt3Publish.builder()
                .topic(message.topic())
                .payload(message.payload().toArray())
                .qos(qos(message.qos()))
                .retain(message.retain())
                .build();
    }

    static Message message(Mqtt5Publish message, Instant at) {
        Properties5 properties = new Properties5(
                message.getResponseTopic().map(Object::toString).orElse(null),
                message.getCorrelationData().map(Publishes::bytes).orElse(null),
                seconds(message),
                message.getContentType().map(MqttUtf8String::toString).orElse(null),
                user(message.getUserProperties()));
        return new Message(
                message.getTopic().toString(),
                message.getPayload().map(Publishes::bytes).orElse(Bytes.NONE),
                message.getQos().getCode(),
                message.isRetain(),
                false,
                properties,
                at);
    }

    static Message message(Mqtt3Publish message, Instant at) {
        return new Message(
                message.getTopic().toString(),
                message.getPayload().map(Publishes::bytes).orElse(Bytes.NONE),
                message.getQos().getCode(),
                message.isRetain(),
                false,
                Properties5.NONE,
                at);
    }

    static void fail(Throwable failure) {
        throw new IllegalStateException("the broker did not take the message", failure);
    }

    private static @Nullable Duration seconds(Mqtt5Publish message) {
        return message.getMessageExpiryInterval().isPresent()
                ? Duration.ofSeconds(message.getMessageExpiryInterval().getAsLong())
                : null;
    }

    private static Bytes bytes(ByteBuffer buffer) {
        byte[] array = new byte[buffer.remaining()];
        buffer.get(array);
        return Bytes.wrap(array);
    }

    private static MqttQos qos(int number) {
        return number == 0 ? MqttQos.AT_MOST_ONCE : MqttQos.AT_LEAST_ONCE;
    }

    private static Mqtt5UserProperties user(Map<String, String> properties) {
        return Mqtt5UserProperties.of(properties.entrySet().stream()
                .map(property -> Mqtt5UserProperty.of(property.getKey(), property.getValue()))
                .toList());
    }

    private static Map<String, String> user(Mqtt5UserProperties properties) {
        Map<String, String> map = new HashMap<>();
        properties
                .asList()
                .forEach(property -> map.put(
                        property.getName().toString(), property.getValue().toString()));
        return map;
    }
}
