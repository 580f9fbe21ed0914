package org.bmac.cnc;

import java.net.URI;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Whether the original desktop client is served, and what of the building it sees.
 *
 * @param enabled whether it is answered at all
 * @param floor the name of the floor that it sees; empty for the lowest one
 * @param user in whose name it changes anything, with that account's rights; empty: the floor is its, and nothing else
 * @param co2Webhook where the events of carbon dioxide go as JSON, such as {@code https://localhost/}; empty for nowhere
 */
@ConfigurationProperties("bmac.cnc")
record CncSettings(
        @DefaultValue("false") boolean enabled,
        @DefaultValue("") String floor,
        @DefaultValue("") String user,
        @DefaultValue("") String co2Webhook) {
    CncSettings {
        floor = floor.strip();
        user = user.strip();
        co2Webhook = co2Webhook.strip();
        if (!co2Webhook.isEmpty()) {
            check(co2Webhook);
        }
    }

    private static void check(String url) {
        URI uri;
        try {
            uri = URI.create(url);
        } catch (IllegalArgumentException _) {
            throw wrong(url);
        }
        boolean web = "http".equals(uri.getScheme()) || "https".equals(uri.getScheme());
        if (!web || uri.getHost() == null || uri.getRawUserInfo() != null || uri.getRawFragment() != null) {
            throw wrong(url);
        }
    }

    private static IllegalArgumentException wrong(String url) {
        return new IllegalArgumentException("bmac.cnc.co2-webhook is '" + url
                + "'; allowed is http:// or https:// with a host and without a user, such as https://localhost/.");
    }

    boolean hasWebhook() {
        return !co2Webhook.isEmpty();
    }
}
