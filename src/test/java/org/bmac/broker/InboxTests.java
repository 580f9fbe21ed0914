package org.bmac.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.bmac.point.Bytes;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class InboxTests {
    private static final int CAPACITY = 4;

    private final AtomicInteger handedOver = new AtomicInteger();
    private final Semaphore gate = new Semaphore(0);
    private final Inbox inbox = new Inbox(CAPACITY, false);

    InboxTests() {
        inbox.start();
    }

    @AfterEach
    void close() {
        gate.release(1_000);
        inbox.close();
    }

    @Test
    void messagesThatFindNoRoomTogetherHoldUpTheConnectionNoLongerThanOne() {
        fill();

        Duration held = held(40);

        assertThat(inbox.dropped()).isEqualTo(40);
        assertThat(held).isBetween(Duration.ofMillis(400), Duration.ofSeconds(5));
    }

    @Test
    void aSlowReceiverThatTakesOneNowAndThenDoesNotRestoreThePatience() {
        fill();
        held(1);
        gate.release();
        await().until(() -> handedOver.get() == 2);

        Duration held = held(20);

        assertThat(inbox.dropped()).isEqualTo(1 + 19);
        assertThat(held).isLessThan(Duration.ofMillis(450));
    }

    @Test
    void patienceIsBackOnceHalfOfTheRoomIsFree() {
        fill();
        held(2);
        gate.release(CAPACITY);
        await().until(() -> handedOver.get() == 1 + CAPACITY);
        held(CAPACITY);

        assertThat(held(1)).isGreaterThan(Duration.ofMillis(400));
    }

    /** Until one is with the receiver, who keeps it, and as many wait as may. */
    private void fill() {
        inbox.put(delivery());
        await().until(() -> handedOver.get() == 1);
        held(CAPACITY);
        assertThat(inbox.dropped()).isZero();
    }

    /** How long it takes to be rid of so many messages. */
    private Duration held(int messages) {
        long since = System.nanoTime();
        IntStream.range(0, messages).forEach(_ -> inbox.put(delivery()));
        return Duration.ofNanos(System.nanoTime() - since);
    }

    private Delivery delivery() {
        Message message = new Message("t", Bytes.NONE, 0, false, false, Properties5.NONE, Instant.EPOCH);
        return new Delivery(message, List.of(this::take), 0, new Acknowledgements());
    }

    private void take(Message message, Runnable acknowledgement) {
        handedOver.incrementAndGet();
        gate.acquireUninterruptibly();
    }
}
