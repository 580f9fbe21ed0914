package org.bmac.access;

import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import java.net.InetAddress;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * Slows down who guesses: wrong passwords for one name from one network (of IPv4 the /24, of IPv6 the /48), and wrong ones
 * from one address (of IPv6 the /64), each draw from a bucket that fills again slowly. Names count by network, so
 * that nobody elsewhere can lock an account out. An attempt is drawn before the password is looked at, so that many at
 * once gain nothing, and given back when it was right. What is remembered is bounded; the longest untouched is forgotten
 * first, and who has no attempt left makes nothing be remembered.
 */
@Component
class Attempts {
    static final int PER_NAME = 5;
    static final Duration PER_NAME_ONE_MORE = Duration.ofSeconds(60);
    static final int PER_ADDRESS = 30;
    static final Duration PER_ADDRESS_ONE_MORE = Duration.ofSeconds(10);
    static final int MOST_REMEMBERED = 10_000;

    private static final int IPV4_BYTES = 4;
    private static final int NEIGHBOURS_BYTES = 3;
    private static final int IPV6_BYTES = 8;
    private static final int IPV6_NEIGHBOURS_BYTES = 6;

    private final Buckets names;
    private final Buckets addresses;

    Attempts(Clock clock) {
        names = new Buckets(PER_NAME, PER_NAME_ONE_MORE, clock);
        addresses = new Buckets(PER_ADDRESS, PER_ADDRESS_ONE_MORE, clock);
    }

    /**
     * Draws one attempt.
     *
     * @param address as text; anything that is not one counts as itself
     * @throws TooManyAttempts when there is none left
     */
    void draw(String name, String address) {
        draw(address);
        try {
            draw(names.of(at(name, address)));
        } catch (TooManyAttempts e) {
            wasRight(address); // nothing is looked at, so nothing is held against the others there
            throw e;
        }
    }

    /** Draws one attempt of an address that named nobody. */
    void draw(String address) {
        draw(addresses.of(network(address, IPV4_BYTES, IPV6_BYTES)));
    }

    /** The attempt that was drawn was right: the name begins anew in that network, and the address has it back. */
    void wasRight(String name, String address) {
        names.of(at(name, address)).reset();
        wasRight(address);
    }

    /** The attempt that was drawn from the address was right. */
    void wasRight(String address) {
        addresses.of(network(address, IPV4_BYTES, IPV6_BYTES)).addTokens(1);
    }

    int remembered() {
        return names.size() + addresses.size();
    }

    private static void draw(Bucket bucket) {
        ConsumptionProbe probe = bucket.tryConsumeAndReturnRemaining(1);
        if (!probe.isConsumed()) {
            throw new TooManyAttempts(Duration.ofNanos(probe.getNanosToWaitForRefill()));
        }
    }

    private static String at(String name, String address) {
        return network(address, NEIGHBOURS_BYTES, IPV6_NEIGHBOURS_BYTES) + " " + name;
    }

    /** How many bytes of an address count. */
    private static String network(String address, int ofIpv4, int ofIpv6) {
        try {
            byte[] bytes = InetAddress.ofLiteral(address).getAddress();
            return HexFormat.of().formatHex(Arrays.copyOf(bytes, bytes.length == IPV4_BYTES ? ofIpv4 : ofIpv6));
        } catch (IllegalArgumentException _) {
            return address;
        }
    }

    private static final class Buckets {
        private final Bandwidth limit;
        private final TimeMeter time;
        private final Map<String, Bucket> kept = new LinkedHashMap<>(16, 0.75f, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<String, Bucket> eldest) {
                return size() > MOST_REMEMBERED;
            }
        };

        Buckets(int capacity, Duration oneMore, Clock clock) {
            limit = Bandwidth.builder()
                    .capacity(capacity)
                    .refillGreedy(1, oneMore)
                    .build();
            time = new ClockTime(clock);
        }

        synchronized Bucket of(String key) {
            return kept.computeIfAbsent(key, _ -> Bucket.builder()
                    .addLimit(limit)
                    .withCustomTimePrecision(time)
                    .build());
        }

        synchronized int size() {
            return kept.size();
        }
    }

    private record ClockTime(Clock clock) implements TimeMeter {
        @Override
        public long currentTimeNanos() {
            return Duration.ofMillis(clock.millis()).toNanos();
        }

        @Override
        public boolean isWallClockBased() {
            return true;
        }
    }
}
