package org.bmac.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.bmac.MovableClock;
import org.junit.jupiter.api.Test;

class StoreCheckTests {
    private final MovableClock clock = new MovableClock();
    private final AtomicInteger asked = new AtomicInteger();

    @Test
    void itAsksOnceInFiveSeconds() {
        StoreCheck check = new StoreCheck(asked::incrementAndGet, clock, Duration.ofSeconds(10));

        assertThat(check.now().up()).isTrue();
        clock.move(StoreCheck.GOOD_FOR);
        check.now();
        assertThat(asked).hasValue(1);

        clock.move(Duration.ofMillis(1));
        check.now();
        assertThat(asked).hasValue(2);
    }

    @Test
    void whatDoesNotAnswerIsDownAndIsNotAskedTwiceAtOnce() {
        CountDownLatch stuck = new CountDownLatch(1);
        StoreCheck check = new StoreCheck(() -> hang(stuck), clock, Duration.ofMillis(20));

        assertThat(check.now()).isEqualTo(new Health.Part(false, "no answer within 20 ms"));
        clock.move(Duration.ofMinutes(1));
        assertThat(check.now().up()).isFalse();
        stuck.countDown();

        assertThat(asked).hasValueLessThanOrEqualTo(1);
    }

    @Test
    void whatFailsIsDownAndComesBack() {
        StoreCheck check = new StoreCheck(
                () -> {
                    if (asked.incrementAndGet() == 1) {
                        throw new IllegalStateException("gone");
                    }
                },
                clock,
                Duration.ofSeconds(10));

        assertThat(check.now()).isEqualTo(new Health.Part(false, "the database refuses to answer"));
        clock.move(Duration.ofMinutes(1));
        assertThat(check.now().up()).isTrue();
    }

    private void hang(CountDownLatch stuck) {
        asked.incrementAndGet();
        try {
            stuck.await();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
