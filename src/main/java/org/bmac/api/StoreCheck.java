package org.bmac.api;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.bmac.api.Health.Part;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Whether the database answers. Asks it at most every few seconds, one question at a time, and waits for no longer than a
 * moment, however often and by however many it is asked itself.
 */
@Component
class StoreCheck {
    static final Duration GOOD_FOR = Duration.ofSeconds(5);

    private final Runnable question;
    private final Clock clock;
    private final Duration patience;
    private @Nullable FutureTask<Boolean> asking;
    private @Nullable Part last;
    private Instant asked = Instant.MIN;

    @Autowired
    StoreCheck(JdbcClient sql, Clock clock) {
        this(() -> sql.sql("select 1").query(Integer.class).single(), clock, Duration.ofSeconds(1));
    }

    StoreCheck(Runnable question, Clock clock, Duration patience) {
        this.question = question;
        this.clock = clock;
        this.patience = patience;
    }

    /** How the database is, or was a few seconds ago. */
    synchronized Part now() {
        Instant now = clock.instant();
        if (last == null || asked.plus(GOOD_FOR).isBefore(now)) {
            asked = now;
            last = ask();
        }
        return last;
    }

    private Part ask() {
        FutureTask<Boolean> task = asking;
        if (task == null || task.isDone()) {
            task = new FutureTask<>(question, true);
            asking = task;
            Thread.ofVirtual().name("store-check").start(task);
        }
        try {
            task.get(patience.toMillis(), TimeUnit.MILLISECONDS);
            return new Part(true, "answers");
        } catch (TimeoutException _) {
            return new Part(false, "no answer within " + patience.toMillis() + " ms");
        } catch (ExecutionException _) {
            return new Part(false, "the database refuses to answer");
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return new Part(false, "interrupted");
        }
    }
}
