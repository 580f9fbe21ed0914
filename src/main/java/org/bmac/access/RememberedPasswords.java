package org.bmac.access;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Names and passwords that were right a short while ago, so that a program that sends them with each request does not
 * cost a slow hash each time. They are remembered for the address that they came from and for no other: anybody else would
 * learn from them, past the throttle at the door, that a guess was right. What is remembered is a keyed hash, whose key is
 * random and gone with the process. All is forgotten when anybody's rights change.
 */
@Component
class RememberedPasswords {
    static final Duration REMEMBERED = Duration.ofMinutes(5);
    static final int MOST = 1_000;

    private final Clock clock;
    private final SecretKeySpec key;
    private final Map<String, Known> known = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Known> eldest) {
            return size() > MOST;
        }
    };
    private long changes;

    private record Known(Actor.Person person, Instant until) {}

    RememberedPasswords(Clock clock) {
        this.clock = clock;
        byte[] bytes = new byte[32];
        new SecureRandom().nextBytes(bytes);
        this.key = new SecretKeySpec(bytes, "HmacSHA256");
    }

    synchronized Optional<Actor.Person> find(String name, String password, String address) {
        return Optional.ofNullable(known.get(hash(name, password, address)))
                .filter(each -> clock.instant().isBefore(each.until()))
                .map(Known::person);
    }

    /** A mark to be taken before the password is looked at. */
    synchronized long mark() {
        return changes;
    }

    /** Remembers what was right, unless rights have changed since the mark was taken. */
    synchronized void keep(long mark, String name, String password, String address, Actor.Person person) {
        if (mark == changes) {
            known.put(
                    hash(name, password, address),
                    new Known(person, clock.instant().plus(REMEMBERED)));
        }
    }

    @EventListener
    synchronized void on(AccessChanged changed) {
        changes++;
        known.clear();
    }

    synchronized int size() {
        return known.size();
    }

    private String hash(String... parts) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            for (String part : parts) {
                mac.update(part.getBytes(StandardCharsets.UTF_8));
                mac.update((byte) 0xff); // in no text, so that no two rows of parts look the same
            }
            return HexFormat.of().formatHex(mac.doFinal());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
