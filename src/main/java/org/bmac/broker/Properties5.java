package org.bmac.broker;

import java.time.Duration;
import java.util.Map;
import org.bmac.point.Bytes;
import org.jspecify.annotations.Nullable;

/**
 * The MQTT 5 properties that a message carries; all absent on messages of MQTT 3.1.1 peers.
 *
 * @param expiry how long the message may wait for its receiver, in whole seconds; null for ever
 * @param user user properties; of a name that occurs twice the last one counts
 */
public record Properties5(
        @Nullable String responseTopic,
        @Nullable Bytes correlation,
        @Nullable Duration expiry,
        @Nullable String contentType,
        Map<String, String> user) {
    /** No properties. */
    public static final Properties5 NONE = new Properties5(null, null, null, null, Map.of());

    public Properties5 {
        user = Map.copyOf(user);
    }

    /** Only an expiry. */
    public static Properties5 expiring(Duration expiry) {
        return new Properties5(null, null, expiry, null, Map.of());
    }
}
