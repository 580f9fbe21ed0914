package org.bmac.exchange;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where every reading goes besides the history.
 *
 * @param url of an InfluxDB, such as {@code http://influx:8086}; empty for nowhere
 * @param token is sent with each request; in version 1 {@code user:password}; empty for none
 * @param org whose bucket it is, in version 2; empty where the server needs none
 * @param bucket in version 2 and 3
 * @param database in version 1
 */
@ConfigurationProperties("bmac.influx")
record InfluxSettings(
        @DefaultValue("") String url,
        @DefaultValue("") String token,
        @DefaultValue("") String org,
        @DefaultValue("") String bucket,
        @DefaultValue("") String database) {

    InfluxSettings {
        if (!url.isEmpty()) {
            check(url);
            if (bucket.isEmpty() == database.isEmpty()) {
                throw new IllegalArgumentException(
                        "bmac.influx.bucket is '" + bucket + "' and bmac.influx.database is '" + database
                                + "'; allowed is one of them, a bucket for InfluxDB 2 or a database for InfluxDB 1.");
            }
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
        if (!web || uri.getHost() == null || uri.getRawQuery() != null || uri.getRawFragment() != null) {
            throw wrong(url);
        }
        if (uri.getRawUserInfo() != null) {
            throw new IllegalArgumentException(
                    "bmac.influx.url names a user; allowed is none: what proves who we are goes into bmac.influx.token.");
        }
    }

    private static IllegalArgumentException wrong(String url) {
        return new IllegalArgumentException("bmac.influx.url is '" + url
                + "'; allowed is http:// or https:// with a host," + " such as http://influx:8086.");
    }

    boolean isOn() {
        return !url.isEmpty();
    }

    /** What the request is addressed to; holds no secret, and tells one target from another. */
    URI target() {
        String base = url.endsWith("/") ? url.substring(0, url.length() - 1) : url;
        return URI.create(
                database.isEmpty()
                        ? base + "/api/v2/write?bucket=" + encoded(bucket)
                                + (org.isEmpty() ? "" : "&org=" + encoded(org)) + "&precision=ms"
                        : base + "/write?db=" + encoded(database) + "&precision=ms");
    }

    /** For people: the server alone. */
    String server() {
        return URI.create(url).getAuthority();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /** Never the token. */
    @Override
    public String toString() {
        return "InfluxSettings[" + (isOn() ? target() : "off") + "]";
    }
}
