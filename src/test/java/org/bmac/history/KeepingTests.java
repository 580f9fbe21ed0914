package org.bmac.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.bmac.ServerTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.scheduling.TaskScheduler;

/** Tidying up the history keeps nobody waiting. */
@ServerTest
class KeepingTests {
    private final TaskScheduler keeping;
    private final TaskScheduler others;

    @Autowired
    KeepingTests(
            @Qualifier(HistoryConfiguration.KEEPING) TaskScheduler keeping,
            @Qualifier("taskScheduler") TaskScheduler others) {
        this.keeping = keeping;
        this.others = others;
    }

    @Test
    void otherTasksGoOnWhileTheHistoryIsKept() {
        CountDownLatch tidy = new CountDownLatch(1);
        CompletableFuture<String> keeper = new CompletableFuture<>();
        CompletableFuture<String> other = new CompletableFuture<>();
        try {
            var _ = keeping.schedule(
                    () -> {
                        keeper.complete(Thread.currentThread().getName());
                        awaitQuietly(tidy);
                    },
                    keeping.getClock().instant());
            var _ = others.schedule(
                    () -> other.complete(Thread.currentThread().getName()),
                    others.getClock().instant());

            assertThat(keeper.orTimeout(10, TimeUnit.SECONDS).join()).startsWith("history-keeping-");
            assertThat(other.orTimeout(10, TimeUnit.SECONDS).join()).doesNotStartWith("history-keeping-");
        } finally {
            tidy.countDown();
        }
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
