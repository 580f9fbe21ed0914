package org.bmac.history;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import org.bmac.point.Reading;
import org.bmac.point.Receipt;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataIntegrityViolationException;

/**
 * Writes one group of readings after the other, and lets acknowledge what is written. While the database fails it keeps the
 * group and tries again each second; meanwhile the inlet fills, and with it the broker is slowed down.
 */
final class Scribe implements Runnable {
    private static final Logger LOG = LoggerFactory.getLogger(Scribe.class);
    private static final long PAUSE_MILLIS = 1_000;

    /** A group that takes longer does not come through. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Inlet inlet;
    private final BiConsumer<List<Reading>, List<Receipt>> annals;
    private final Clock clock;
    private final CountDownLatch closed = new CountDownLatch(1);
    private final CountDownLatch ended = new CountDownLatch(1);
    private volatile int held;
    private volatile Instant well;
    private volatile @Nullable Instant began;
    private volatile @Nullable Trouble trouble;
    private long failures;
    private long refused;

    Scribe(Inlet inlet, BiConsumer<List<Reading>, List<Receipt>> annals, Clock clock) {
        this.inlet = inlet;
        this.annals = annals;
        this.clock = clock;
        this.well = clock.instant();
    }

    /** Any thread. */
    Keeping keeping() {
        Trouble now = trouble;
        Instant writing = began;
        if (now != null) {
            return new Keeping(false, now.words(), now.since(), held + inlet.readings());
        }
        return writing != null && writing.plus(PATIENCE).isBefore(clock.instant())
                ? new Keeping(false, StoreWords.SILENT, writing, held + inlet.readings())
                : new Keeping(true, "kept", well, 0);
    }

    /** Works until it is closed and nothing waits. */
    @Override
    public void run() {
        try {
            for (Inlet.Group group = inlet.next(); group.size() > 0; group = inlet.next()) {
                held = group.readings().size();
                if (keep(group.readings(), group.receipts())) {
                    held = 0;
                    group.whenSafe().forEach(Scribe::run);
                }
            }
        } catch (InterruptedException e) {
            LOG.error("No readings are kept any more: the writer was interrupted", e);
        } finally {
            ended.countDown();
        }
    }

    /** Lets it write what waits, and waits for that; what cannot be written now is left to the broker to send again. */
    void close() {
        inlet.close();
        closed.countDown();
        try {
            if (!ended.await(10, TimeUnit.SECONDS)) {
                LOG.warn("The last readings could not be written in time");
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    /** False when it was closed before it could. */
    private boolean keep(List<Reading> readings, List<Receipt> receipts) throws InterruptedException {
        while (!written(readings, receipts)) {
            if (closed.await(PAUSE_MILLIS, TimeUnit.MILLISECONDS)) {
                return written(readings, receipts);
            }
        }
        return true;
    }

    private boolean written(List<Reading> readings, List<Receipt> receipts) {
        try {
            if (!readings.isEmpty() || !receipts.isEmpty()) {
                began = clock.instant();
                annals.accept(readings, receipts);
                mended();
            }
            return true;
        } catch (DataIntegrityViolationException e) {
            return (readings.size() == 1 && receipts.isEmpty())
                    ? refuse(readings.getFirst(), e)
                    : writtenOneByOne(readings, receipts);
        } catch (RuntimeException | Error e) {
            report(readings, e);
            return false;
        } finally {
            began = null;
        }
    }

    private void mended() {
        if (failures > 0) {
            LOG.info("Readings are kept again");
            failures = 0;
            well = clock.instant();
            trouble = null;
        }
    }

    /** One that the database will never take must not hold up the others. */
    private boolean writtenOneByOne(List<Reading> readings, List<Receipt> receipts) {
        for (Reading reading : readings) {
            if (!written(List.of(reading), List.of())) {
                return false;
            }
        }
        return readings.isEmpty() || written(List.of(), receipts);
    }

    private boolean refuse(Reading reading, DataIntegrityViolationException e) {
        refused++;
        LOG.error("{} is not kept: the database refuses it ({} so far)", reading, refused, e);
        return true;
    }

    /**
     * Says the first failure, the second, the fourth, the eighth …: a database that is gone must not fill the log. An error is
     * survived, too: without this thread nothing would be kept any more.
     */
    private void report(List<Reading> readings, Throwable e) {
        failures++;
        String words = StoreWords.of(e);
        Trouble before = trouble;
        trouble = before == null ? new Trouble(words, clock.instant()) : before.then(words);
        if (Long.bitCount(failures) == 1) {
            LOG.error("{} readings cannot be kept now; they wait (failure {})", readings.size(), failures, e);
        }
    }

    private static void run(Runnable whenSafe) {
        try {
            whenSafe.run();
        } catch (RuntimeException e) {
            LOG.error("What waited for readings to be safe failed", e);
        }
    }
}
