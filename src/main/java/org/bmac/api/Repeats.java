package org.bmac.api;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.bmac.access.Actor;
import org.bmac.command.Asked;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/**
 * Who sends a request again with the key of the first one gets the command of the first one, for a day. The last thousand
 * keys of each of the last few hundred actors are remembered; a restart forgets them. Safe on every thread.
 */
@Component
class Repeats {
    static final int MOST = 1_000;
    private static final int MOST_ACTORS = 500;
    private static final int LONGEST = 255;
    private static final Duration LIFE = Duration.ofDays(1);

    private record Done(Object request, Asked asked, Instant at) {}

    private final Clock clock;
    private final Map<String, Map<String, Done>> byActor = bounded(MOST_ACTORS);

    Repeats(Clock clock) {
        this.clock = clock;
    }

    /**
     * Does it, unless it was done before with this key.
     *
     * @param key null to do it in any case
     * @throws Problem (400, 422) for a key that is too long, or was used for something else
     */
    Asked once(Actor actor, @Nullable String key, Object request, Supplier<Asked> work) {
        if (key == null) {
            return work.get();
        }
        if (key.isBlank() || key.length() > LONGEST) {
            throw new Problem(
                    HttpStatus.BAD_REQUEST,
                    "bad-idempotency-key",
                    "An Idempotency-Key has 1 to " + LONGEST + " characters.");
        }
        return remembered(actor, key, request, work);
    }

    private synchronized Asked remembered(Actor actor, String key, Object request, Supplier<Asked> work) {
        Map<String, Done> mine = byActor.computeIfAbsent(actor.name(), _ -> bounded(MOST));
        Instant now = clock.instant();
        Done before = mine.get(key);
        if (before == null || before.at().plus(LIFE).isBefore(now)) {
            Asked asked = work.get();
            mine.put(key, new Done(request, asked, now));
            return asked;
        }
        if (!before.request().equals(request)) {
            throw new Problem(
                    HttpStatus.UNPROCESSABLE_CONTENT,
                    "idempotency-key-reused",
                    "This Idempotency-Key was used for something else.");
        }
        return before.asked();
    }

    private static <T> Map<String, T> bounded(int most) {
        return new LinkedHashMap<>() {
            private static final long serialVersionUID = 1;

            @Override
            protected boolean removeEldestEntry(Map.Entry<String, T> eldest) {
                return size() > most;
            }
        };
    }
}
