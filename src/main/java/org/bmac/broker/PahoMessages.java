package org.bmac.broker;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.bmac.point.Bytes;
import org.bmac.point.Receipt;
import org.eclipse.paho.mqttv5.common.MqttMessage;
import org.eclipse.paho.mqttv5.common.packet.MqttProperties;
import org.eclipse.paho.mqttv5.common.packet.UserProperty;
import org.jspecify.annotations.Nullable;

/** Our messages as Paho's, and back. */
final class PahoMessages {
    /** Odd, and with its bits well spread, so that few contents have the same hash. */
    private static final long FACTOR = 0x9e3779b97f4a7c15L;

    private PahoMessages() {}

    static MqttMessage message(Outgoing message) {
        Properties5 from = message.properties();
        MqttProperties to = new MqttProperties();
        to.setResponseTopic(from.responseTopic());
        to.setContentType(from.contentType());
        if (from.correlation() != null) {
            to.setCorrelationData(from.correlation().toArray());
        }
        if (from.expiry() != null) {
            to.setMessageExpiryInterval(from.expiry().toSeconds());
        }
        to.setUserProperties(from.user().entrySet().stream()
                .map(property -> new UserProperty(property.getKey(), property.getValue()))
                .toList());
        return new MqttMessage(message.payload().toArray(), message.qos(), message.retain(), to);
    }

    /**
     * Takes the payload over without a copy.
     *
     * @param link the broker that it comes from
     * @param session which session at it
     */
    static Message message(String topic, MqttMessage message, Instant at, String link, long session) {
        return new Message(
                topic,
                Bytes.wrap(message.getPayload()),
                message.getQos(),
                message.isRetained(),
                message.isDuplicate(),
                properties(message.getProperties()),
                at,
                message.getQos() == 0 ? null : receipt(topic, message, link, session));
    }

    private static Receipt receipt(String topic, MqttMessage message, String link, long session) {
        long content = topic.hashCode();
        for (byte next : message.getPayload()) {
            content = content * FACTOR + next;
        }
        return new Receipt(link, session, message.getId(), message.isDuplicate(), content);
    }

    private static Properties5 properties(@Nullable MqttProperties from) {
        if (from == null || isEmpty(from)) {
            return Properties5.NONE;
        }
        byte[] correlation = from.getCorrelationData();
        Long expiry = from.getMessageExpiryInterval();
        return new Properties5(
                from.getResponseTopic(),
                correlation == null ? null : Bytes.wrap(correlation),
                expiry == null ? null : Duration.ofSeconds(expiry),
                from.getContentType(),
                user(from.getUserProperties()));
    }

    private static boolean isEmpty(MqttProperties properties) {
        return properties.getResponseTopic() == null
                && properties.getCorrelationData() == null
                && properties.getMessageExpiryInterval() == null
                && properties.getContentType() == null
                && properties.getUserProperties().isEmpty();
    }

    private static Map<String, String> user(List<UserProperty> properties) {
        return properties.stream()
                .collect(Collectors.toMap(UserProperty::getKey, UserProperty::getValue, (_, last) -> last));
    }
}
