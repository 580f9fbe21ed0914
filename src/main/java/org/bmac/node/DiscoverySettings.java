package org.bmac.node;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Whether nodes that look for the broker by NyanSD are answered.
 *
 * @param enabled whether to answer
 * @param port the UDP port to listen on; nodes ask on 11310 and only there
 */
@ConfigurationProperties("bmac.discovery")
record DiscoverySettings(
        @DefaultValue("true") boolean enabled,
        @DefaultValue("11310") int port) {
    DiscoverySettings {
        if (port < 1 || port > 65_535) {
            throw new IllegalArgumentException("bmac.discovery.port is " + port + ", but a port is 1 to 65535.");
        }
    }
}
