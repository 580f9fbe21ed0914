package org.bmac.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import org.bmac.broker.BrokerProperties.Store;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.core.env.MutablePropertySources;
import org.springframework.core.env.SystemEnvironmentPropertySource;

class BrokerPropertiesTests {
    @Test
    void nothingConfiguredMeansTheEmbeddedBroker() {
        BrokerProperties properties = bound(Map.of());
        assertThat(properties.isEmbedded()).isTrue();
        assertThat(properties.brokers()).extracting(BrokerUrl::toString).containsExactly("mqtt://127.0.0.1:1883");
        assertThat(properties.embedded().store()).isEqualTo(Store.MEMORY);
        assertThat(properties.isAcknowledgedAtOnce()).isTrue();
    }

    @Test
    void everyKeyIsAnEnvironmentVariable() {
        BrokerProperties properties = bound(Map.ofEntries(
                Map.entry("BMAC_BROKER_URLS", "mqtt://one, mqtts://ann:s%40crt@two:9000,tcp://three:1884"),
                Map.entry("BMAC_BROKER_CLIENT_ID", "house"),
                Map.entry("BMAC_BROKER_USER", "bob"),
                Map.entry("BMAC_BROKER_PASSWORD", "pass"),
                Map.entry("BMAC_BROKER_KEEP_ALIVE", "10s"),
                Map.entry("BMAC_BROKER_SESSION_EXPIRY", "2h"),
                Map.entry("BMAC_BROKER_QUEUE", "500"),
                Map.entry("BMAC_BROKER_RECEIVE_MAXIMUM", "4096"),
                Map.entry("BMAC_BROKER_EMBEDDED_PORT", "2000"),
                Map.entry("BMAC_BROKER_EMBEDDED_STORE", "file")));
        assertThat(properties.brokers())
                .containsExactly(
                        new BrokerUrl(false, "one", 1883, "bob", "pass"),
                        new BrokerUrl(true, "two", 9000, "ann", "s@crt"),
                        new BrokerUrl(false, "three", 1884, "bob", "pass"));
        assertThat(properties.clientId()).isEqualTo("house");
        assertThat(properties.keepAlive()).isEqualTo(Duration.ofSeconds(10));
        assertThat(properties.sessionExpiry()).isEqualTo(Duration.ofHours(2));
        assertThat(properties.queue()).isEqualTo(500);
        assertThat(properties.receiveMaximum()).isEqualTo(4096);
        assertThat(properties.embedded().port()).isEqualTo(2000);
        assertThat(properties.embedded().store()).isEqualTo(Store.FILE);
        assertThat(properties.isEmbedded()).isFalse();
    }

    @ParameterizedTest(name = "{0}={1}")
    @CsvSource({
        "BMAC_BROKER_URLS, http://host, bmac.broker.urls has 'http://host'",
        "BMAC_BROKER_URLS, mqtt://, bmac.broker.urls has 'mqtt://'",
        "BMAC_BROKER_URLS, host:1883, bmac.broker.urls has 'host:1883'",
        "BMAC_BROKER_URLS, ftp://ann:secret@host, bmac.broker.urls has 'ftp://…@host'",
        "BMAC_BROKER_CLIENT_ID, ' ', bmac.broker.client-id is empty",
        "BMAC_BROKER_KEEP_ALIVE, 1s, bmac.broker.keep-alive is PT1S",
        "BMAC_BROKER_SESSION_EXPIRY, -1s, bmac.broker.session-expiry is PT-1S",
        "BMAC_BROKER_QUEUE, 1, bmac.broker.queue is 1",
        "BMAC_BROKER_RECEIVE_MAXIMUM, 70000, bmac.broker.receive-maximum is 70000",
        "BMAC_BROKER_EMBEDDED_PORT, 0, bmac.broker.embedded.port is 0",
        "BMAC_BROKER_EMBEDDED_ADDRESS, 0.0.0.0, bmac.broker.embedded.address is '0.0.0.0'"
    })
    void wrongValueIsRefusedWithKeyValueAndWhatIsAllowed(String variable, String value, String sentence) {
        assertThatThrownBy(() -> bound(Map.of(variable, value)))
                .rootCause()
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith(sentence)
                .hasMessageContaining("allowed")
                .hasMessageNotContaining("secret");
    }

    private static BrokerProperties bound(Map<String, Object> environment) {
        MutablePropertySources sources = new MutablePropertySources();
        sources.addFirst(new SystemEnvironmentPropertySource("systemEnvironment", environment));
        return new Binder(ConfigurationPropertySources.from(sources))
                .bindOrCreate("bmac.broker", BrokerProperties.class);
    }
}
