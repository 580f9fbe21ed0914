package org.bmac.access;

import java.security.SecureRandom;
import java.text.Normalizer;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.password.DelegatingPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/**
 * How passwords are hashed: Argon2id with 19 MiB, two passes and one lane, as the OWASP password storage cheat sheet has
 * it. Only a few are hashed at a time, so that a flood of sign-ins takes neither the memory nor the machine.
 */
@Component
class Passwords {
    /** In place of a hash: no password fits it. */
    static final String NONE = "";

    private static final int AT_A_TIME = 2;
    private static final long SECONDS_TO_WAIT = 10;
    private static final String SIGNS = "23456789abcdefghjkmnpqrstuvwxyz";
    /** Well-formed and of the same cost as any other, so that looking at a missing user takes as long. */
    static final String NOBODY = "{argon2id}$argon2id$v=19$m=19456,t=2,p=1$"
            + "AAAAAAAAAAAAAAAAAAAAAA$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";

    private final PasswordEncoder encoder = new DelegatingPasswordEncoder(
            "argon2id", Map.of("argon2id", new Argon2PasswordEncoder(16, 32, 1, 19_456, 2)));
    private final Semaphore turns = new Semaphore(AT_A_TIME, true);
    private final SecureRandom random = new SecureRandom();

    String hash(String password) {
        return inTurn(() -> encoder.encode(composed(password)));
    }

    /** Whether it is the password that was hashed. {@link #NONE} fits nothing, and takes as long to say so. */
    boolean fits(String password, String hash) {
        boolean nobody = hash.equals(NONE);
        return inTurn(() -> encoder.matches(composed(password), nobody ? NOBODY : hash)) && !nobody;
    }

    /** Whether this hash was made in a way that is no longer ours and should be made again when the password is seen. */
    boolean outdated(String hash) {
        return encoder.upgradeEncoding(hash);
    }

    /** A new password of 79 random bits, in groups that are easy to type. */
    String invent() {
        return IntStream.range(0, 4)
                .mapToObj(_ -> random.ints(4, 0, SIGNS.length())
                        .mapToObj(sign -> SIGNS.substring(sign, sign + 1))
                        .collect(Collectors.joining()))
                .collect(Collectors.joining("-"));
    }

    /** What looks the same is the same, on whatever keyboard it was typed. */
    private static String composed(String password) {
        return Normalizer.normalize(password, Normalizer.Form.NFC);
    }

    private <T> T inTurn(Supplier<T> work) {
        try {
            if (!turns.tryAcquire(SECONDS_TO_WAIT, TimeUnit.SECONDS)) {
                throw new TooBusy();
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw new TooBusy();
        }
        try {
            return work.get();
        } finally {
            turns.release();
        }
    }
}
