package org.bmac.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** The store of tokens. May be called on any thread. */
@Component
public class Tokens {
    /** The most that one user may have. */
    public static final int MOST = 50;

    private static final String PREFIX = "bmac_";
    private static final Duration NOTED_EVERY = Duration.ofMinutes(1);

    private final TokenRows rows;
    private final UserRows users;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    Tokens(TokenRows rows, UserRows users, ApplicationEventPublisher events, Clock clock) {
        this.rows = rows;
        this.users = users;
        this.events = events;
        this.clock = clock;
    }

    /** The tokens of a user, newest first. */
    public List<Token> of(UserId user) {
        return rows.of(user);
    }

    /**
     * Makes a token for the actor itself.
     *
     * @return the secret, to be shown once
     * @throws IllegalArgumentException with a sentence when the label is not one, the role is more than the actor's own,
     *     or there are {@link #MOST} already
     */
    public String make(Actor.Person by, String label, Role role) {
        Token token = new Token(new TokenId(0), by.user(), label.strip(), role, clock.instant(), null);
        if (!by.may(role)) {
            throw new IllegalArgumentException("A token cannot do more than you may yourself.");
        }
        if (rows.of(by.user()).size() >= MOST) {
            throw new IllegalArgumentException("You have " + MOST + " tokens. Take one back first.");
        }
        byte[] secret = new byte[32];
        random.nextBytes(secret);
        String text = PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
        rows.add(token, hash(text));
        events.publishEvent(new TokenMade(by, token.label(), role));
        return text;
    }

    /** Takes a token of the actor back; from then on it opens nothing. Does nothing when it is not there. */
    public void revoke(Actor.Person by, TokenId token) {
        if (rows.remove(by.user(), token)) {
            events.publishEvent(new AccessChanged(by.user(), by, AccessChanged.How.TOKEN));
        }
    }

    /** Who may act with this secret now; empty when nobody. */
    Optional<Actor.Program> open(String secret) {
        return rows.find(hash(secret))
                .flatMap(token -> users.find(token.user()).filter(User::enabled).map(owner -> {
                    noteUse(token);
                    return new Actor.Program(
                            owner.id(),
                            owner.name(),
                            token.label(),
                            token.role().atMost(owner.role()));
                }));
    }

    private void noteUse(Token token) {
        Instant now = clock.instant();
        if (token.lastUsed() == null || token.lastUsed().plus(NOTED_EVERY).isBefore(now)) {
            rows.used(token.id(), now);
        }
    }

    /** Fast, because the secret is 256 random bits and cannot be guessed. */
    private static String hash(String secret) {
        try {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(sha.digest(secret.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
