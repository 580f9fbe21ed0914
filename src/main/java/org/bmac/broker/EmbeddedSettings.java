package org.bmac.broker;

import com.hivemq.configuration.service.FullConfigurationService;
import com.hivemq.configuration.service.MqttConfigurationService;
import com.hivemq.configuration.service.MqttConfigurationService.QueuedMessagesStrategy;
import com.hivemq.configuration.service.PersistenceConfigurationService.PersistenceMode;
import com.hivemq.configuration.service.entity.TcpListener;
import com.hivemq.configuration.service.impl.ConfigurationServiceImpl;
import com.hivemq.configuration.service.impl.MqttConfigurationServiceImpl;
import com.hivemq.configuration.service.impl.PersistenceConfigurationServiceImpl;
import com.hivemq.configuration.service.impl.RestrictionsConfigurationServiceImpl;
import com.hivemq.configuration.service.impl.SecurityConfigurationServiceImpl;
import com.hivemq.configuration.service.impl.listener.ListenerConfigurationServiceImpl;
import com.hivemq.mqtt.message.QoS;
import com.hivemq.statistics.UsageStatisticsConfigImpl;

/**
 * The settings of the embedded broker, made directly: reading them from HiveMQ's XML file takes a quarter of its start.
 */
final class EmbeddedSettings {
    private static final int QUEUE = 100_000;
    private static final int RECEIVE_MAXIMUM = 4_000;
    private static final int LARGEST_PACKET = 1 << 20;
    private static final int TOPIC_ALIASES = 5;
    private static final int LONGEST_KEEP_ALIVE = 65_535;
    private static final long FOR_EVER = 0xffff_ffffL;

    private EmbeddedSettings() {}

    static FullConfigurationService of(BrokerProperties.Embedded settings) {
        var listeners = new ListenerConfigurationServiceImpl();
        listeners.addListener(new TcpListener(settings.port(), settings.address(), "nodes"));
        var statistics = new UsageStatisticsConfigImpl();
        statistics.setEnabled(false);
        var persistence = new PersistenceConfigurationServiceImpl();
        persistence.setMode(
                switch (settings.store()) {
                    case MEMORY -> PersistenceMode.IN_MEMORY;
                    case FILE -> PersistenceMode.FILE;
                });
        return new ConfigurationServiceImpl(
                listeners,
                mqtt(),
                new RestrictionsConfigurationServiceImpl(),
                new SecurityConfigurationServiceImpl(),
                statistics,
                persistence);
    }

    private static MqttConfigurationService mqtt() {
        var mqtt = new MqttConfigurationServiceImpl();
        mqtt.setRetainedMessagesEnabled(true);
        mqtt.setWildcardSubscriptionsEnabled(true);
        mqtt.setSubscriptionIdentifierEnabled(true);
        mqtt.setSharedSubscriptionsEnabled(true);
        mqtt.setMaximumQos(QoS.EXACTLY_ONCE);
        mqtt.setTopicAliasEnabled(true);
        mqtt.setTopicAliasMaxPerClient(TOPIC_ALIASES);
        mqtt.setMaxQueuedMessages(QUEUE);
        mqtt.setQueuedMessagesStrategy(QueuedMessagesStrategy.DISCARD);
        mqtt.setMaxSessionExpiryInterval(FOR_EVER);
        mqtt.setMaxMessageExpiryInterval(FOR_EVER + 1);
        mqtt.setServerReceiveMaximum(RECEIVE_MAXIMUM);
        mqtt.setKeepAliveMax(LONGEST_KEEP_ALIVE);
        mqtt.setKeepAliveAllowZero(true);
        mqtt.setMaxPacketSize(LARGEST_PACKET);
        return mqtt;
    }
}
