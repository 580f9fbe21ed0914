package org.bmac.broker;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(BrokerProperties.class)
class BrokerConfiguration {
    @Bean
    BrokerAddress brokerAddress(BrokerProperties properties) {
        return new BrokerAddress(properties.brokers().getFirst().address());
    }
}
