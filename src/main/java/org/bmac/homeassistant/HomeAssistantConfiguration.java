package org.bmac.homeassistant;

import org.bmac.broker.LastWord;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Lets the settings in. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(HomeAssistantSettings.class)
class HomeAssistantConfiguration {

    /** Without it Home Assistant would take for true what we said last, for ever. */
    @Bean
    @ConditionalOnBooleanProperty("bmac.homeassistant.publish")
    LastWord lastWord() {
        return new LastWord(Publication.gone());
    }
}
