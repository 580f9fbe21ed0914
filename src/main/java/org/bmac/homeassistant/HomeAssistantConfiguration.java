package org.bmac.homeassistant;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;

/** Lets the settings in. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(HomeAssistantSettings.class)
class HomeAssistantConfiguration {}
