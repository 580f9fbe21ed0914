package org.bmac.exchange;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;

/** Lets the settings in. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({InfluxSettings.class, ImportSettings.class})
class ExchangeConfiguration {}
