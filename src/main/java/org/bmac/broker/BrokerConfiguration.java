package org.bmac.broker;

import java.time.Clock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(BrokerProperties.class)
class BrokerConfiguration {
    /** Is made before all other beans, so that the embedded broker starts beside them. */
    @Bean
    static BrokerStart brokerStart(Environment environment) {
        return BrokerStart.of(environment);
    }

    @Bean
    BrokerAddress brokerAddress(BrokerProperties properties) {
        return new BrokerAddress(properties.brokers().getFirst().address());
    }

    @Bean
    PahoBroker broker(
            BrokerProperties properties,
            BrokerStart start,
            ObjectProvider<LastWord> lastWord,
            ApplicationEventPublisher events,
            Clock clock) {
        return new PahoBroker(
                properties,
                start.ready(),
                lastWord.getIfAvailable(),
                link -> events.publishEvent(new LinkChanged(link)),
                clock);
    }
}
