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
 * Slows down who guesses: wrong passwords for one name, and wrong ones from one address (of IPv6 its /64 network), each
 * draw from a bucket that fills again slowly. An attempt is drawn before the password is looked at, so that many at once
 * gain nothing, and given back when it was right. What is remembered is bounded; the longest untouched is forgotten first.
 */
@Component
class Attempts {
    static final int PER_NAME = 5;
    static final Duration PER_NAME_ONE_MORE = Duration.ofSeconds(60);
    static final int PER_ADDRESS = 30;
    static final Duration PER_ADDRESS_ONE_MORE = Duration.ofSeconds(10);
    static final int MOST_REMEMBERED = 10_000;

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
        Bucket ofName = names.of(name);
        draw(ofName);
        try {
            draw(addresses.of(network(address)));
        } catch (TooManyAttempts e) {
            ofName.addTokens(1);
            throw e;
        }
    }

    /** Draws one attempt of an address that named nobody. */
    void draw(String address) {
        draw(addresses.of(network(address)));
    }

    /** The attempt that was drawn was right: the name begins anew, and the address has it back. */
    void wasRight(String name, String address) {
        names.of(name).reset();
        wasRight(address);
    }

    /** The attempt that was drawn from the address was right. */
    void wasRight(String address) {
        addresses.of(network(address)).addTokens(1);
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

    private static String network(String address) {
        try {
            byte[] bytes = InetAddress.ofLiteral(address).getAddress();
            return HexFormat.of().formatHex(Arrays.copyOf(bytes, Math.min(bytes.length, 8)));
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
