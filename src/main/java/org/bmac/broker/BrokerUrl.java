package org.bmac.broker;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One broker that may be connected.
 *
 * @param secure whether over TLS
 * @param user null when the address names none
 * @param password null when the address names none; never shown
 */
record BrokerUrl(
        boolean secure,
        String host,
        int port,
        @Nullable String user,
        @Nullable String password) {
    static final String KEY = "bmac.broker.urls";

    /**
     * Reads {@code mqtt://}, {@code tcp://}, {@code mqtts://} or {@code ssl://} with host and, if need be, user, password
     * and port.
     *
     * @throws IllegalArgumentException when it is no such address
     */
    static BrokerUrl parse(String text) {
        try {
            URI uri = new URI(text.strip());
            String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
            boolean secure = scheme.equals("mqtts") || scheme.equals("ssl");
            boolean plain = scheme.equals("mqtt") || scheme.equals("tcp");
            if ((!secure && !plain) || uri.getHost() == null || !uri.getPath().matches("/?")) {
                throw malformed(text);
            }
            int port = uri.getPort() >= 0 ? uri.getPort() : secure ? 8883 : 1883;
            return new BrokerUrl(
                    secure, uri.getHost(), port, part(uri.getRawUserInfo(), 0), part(uri.getRawUserInfo(), 1));
        } catch (URISyntaxException e) {
            throw malformed(text);
        }
    }

    BrokerUrl {
        if (port < 1 || port > 65_535) {
            throw new IllegalArgumentException(KEY + ": a port is 1 to 65535, not " + port);
        }
    }

    /** For people, logs and nodes: without user and password. */
    URI address() {
        return URI.create((secure ? "mqtts://" : "mqtt://") + host + ":" + port);
    }

    @Override
    public String toString() {
        return address().toString();
    }

    private static @Nullable String part(@Nullable String userInfo, int index) {
        if (userInfo == null) {
            return null;
        }
        int colon = userInfo.indexOf(':');
        if (colon < 0) {
            return index == 0 ? decoded(userInfo) : null;
        }
        return decoded(index == 0 ? userInfo.substring(0, colon) : userInfo.substring(colon + 1));
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    private static IllegalArgumentException malformed(String text) {
        return new IllegalArgumentException(KEY + " has '" + text.replaceFirst("//[^/@]*@", "//…@")
                + "'; allowed are addresses such as mqtt://host:1883 or mqtts://user:password@host:8883");
    }
}
