package org.bmac.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.bmac.MovableClock;
import org.bmac.point.Kind;
import org.bmac.point.PointId;
import org.bmac.point.Quality;
import org.bmac.point.Reading;
import org.bmac.point.Value;
import org.junit.jupiter.api.Test;

/** The one thread that writes. */
class ScribeTests {
    @Test
    void anErrorDoesNotEndItAndTheGroupIsWrittenAtTheNextAttempt() {
        MovableClock clock = new MovableClock();
        Inlet inlet = new Inlet(10);
        AtomicInteger attempts = new AtomicInteger();
        Scribe scribe = new Scribe(
                inlet,
                (_, _) -> {
                    if (attempts.incrementAndGet() == 1) {
                        throw new OutOfMemoryError("for once");
                    }
                },
                clock);
        CompletableFuture<Integer> safe = new CompletableFuture<>();
        Reading reading = new Reading(new PointId(1), Value.of(Kind.TEMPERATURE, 20), Quality.GOOD, clock.instant());

        inlet.add(List.of(reading), null, () -> safe.complete(attempts.get()));
        Thread.ofPlatform().start(scribe);

        assertThat(safe.orTimeout(20, TimeUnit.SECONDS).join()).isEqualTo(2);
        assertThat(scribe.keeping().up()).isTrue();
        scribe.close();
    }
}
