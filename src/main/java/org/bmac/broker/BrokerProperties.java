package org.bmac.broker;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Which broker is used, and how.
 *
 * @param urls of the brokers, tried in this order: mqtt://, tcp://, mqtts:// or ssl://, with user:password@ if need be;
 *     none means the embedded broker
 * @param clientId the name of our session at the broker, the same after every start
 * @param user for all URLs that do not name one; empty for none
 * @param password for all URLs that do not name one; empty for none
 * @param keepAlive how often the link is tested while nothing passes; 5 s to 1 h
 * @param sessionExpiry how long the broker keeps what comes while we are away
 * @param queue how many received messages of QoS 0 may wait here before the broker is slowed down
 * @param receiveMaximum how many messages of QoS 1 the broker may send before we have acknowledged the first
 */
@ConfigurationProperties("bmac.broker")
public record BrokerProperties(
        @DefaultValue List<String> urls,
        @DefaultValue("bmac") String clientId,
        @DefaultValue("") String user,
        @DefaultValue("") String password,
        @DefaultValue("30s") Duration keepAlive,
        @DefaultValue("1d") Duration sessionExpiry,
        @DefaultValue("20000") int queue,
        @DefaultValue("8192") int receiveMaximum,
        @DefaultValue Embedded embedded) {

    /** A quarter of the numbers that a broker has: so none means two messages while either may come again. */
    static final int MOST_UNDER_WAY = 16_384;

    /** Where the embedded broker keeps its messages: gone with the process, or in files that survive it. */
    public enum Store {
        MEMORY,
        FILE
    }

    /**
     * The broker inside this process.
     *
     * @param address on which it listens; only 127.0.0.1 for as long as it asks for no password
     * @param port on which it listens
     */
    public record Embedded(
            @DefaultValue("127.0.0.1") String address,
            @DefaultValue("1883") int port,
            @DefaultValue("memory") Store store) {
        public Embedded {
            check(
                    port >= 1 && port <= 65_535,
                    "bmac.broker.embedded.port is " + port + "; allowed is a port from 1 to 65535");
            check(
                    address.equals("127.0.0.1") || address.equals("localhost"),
                    "bmac.broker.embedded.address is '" + address
                            + "'; allowed is 127.0.0.1 only, because the embedded broker asks for no password");
        }
    }

    public BrokerProperties {
        urls = urls.stream().filter(url -> !url.isBlank()).toList();
        urls.forEach(BrokerUrl::parse);
        check(!clientId.isBlank(), "bmac.broker.client-id is empty; allowed is any name that no other client has");
        check(
                between(keepAlive, Duration.ofSeconds(5), Duration.ofHours(1)),
                "bmac.broker.keep-alive is " + keepAlive + "; allowed is 5s to 1h");
        check(
                between(sessionExpiry, Duration.ZERO, Duration.ofDays(365)),
                "bmac.broker.session-expiry is " + sessionExpiry + "; allowed is 0s to 365d");
        check(
                queue >= 100 && queue <= 1_000_000,
                "bmac.broker.queue is " + queue + "; allowed is 100 to 1000000 messages");
        check(
                receiveMaximum >= 10 && receiveMaximum <= MOST_UNDER_WAY,
                "bmac.broker.receive-maximum is " + receiveMaximum + "; allowed is 10 to " + MOST_UNDER_WAY
                        + " messages");
    }

    /** Whether the embedded broker is the one in use. */
    public boolean isEmbedded() {
        return urls.isEmpty();
    }

    /**
     * Whether a message counts as acknowledged when it has been handed over. What the embedded broker has in memory does
     * not outlive this process, so keeping it there until it is committed would save nothing; and HiveMQ sends the next
     * messages only when those before are acknowledged, so everything would be seen late.
     */
    boolean isAcknowledgedAtOnce() {
        return isEmbedded() && embedded.store() == Store.MEMORY;
    }

    /** The brokers to try, in order, each with its user and password. */
    List<BrokerUrl> brokers() {
        if (isEmbedded()) {
            return List.of(new BrokerUrl(false, "127.0.0.1", embedded.port(), null, null));
        }
        return urls.stream().map(BrokerUrl::parse).map(this::withLogin).toList();
    }

    private BrokerUrl withLogin(BrokerUrl url) {
        if (url.user() != null || user.isEmpty()) {
            return url;
        }
        return new BrokerUrl(url.secure(), url.host(), url.port(), user, emptyAsNull(password));
    }

    private static @Nullable String emptyAsNull(String text) {
        return text.isEmpty() ? null : text;
    }

    private static boolean between(Duration value, Duration least, Duration most) {
        return value.compareTo(least) >= 0 && value.compareTo(most) <= 0;
    }

    private static void check(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalArgumentException(otherwise);
        }
    }
}
