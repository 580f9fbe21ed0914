package org.bmac.history;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.bmac.point.Reading;
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

    private final Inlet inlet;
    private final Consumer<List<Reading>> annals;
    private final CountDownLatch closed = new CountDownLatch(1);
    private final CountDownLatch ended = new CountDownLatch(1);
    private long failures;
    private long refused;

    Scribe(Inlet inlet, Consumer<List<Reading>> annals) {
        this.inlet = inlet;
        this.annals = annals;
    }

    /** Works until it is closed and nothing waits. */
    @Override
    public void run() {
        try {
            for (Inlet.Group group = inlet.next(); group.size() > 0; group = inlet.next()) {
                if (keep(group.readings())) {
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
    private boolean keep(List<Reading> readings) throws InterruptedException {
        while (!written(readings)) {
            if (closed.await(PAUSE_MILLIS, TimeUnit.MILLISECONDS)) {
                return written(readings);
            }
        }
        return true;
    }

    private boolean written(List<Reading> readings) {
        try {
            if (!readings.isEmpty()) {
                annals.accept(readings);
            }
            if (failures > 0) {
                LOG.info("Readings are kept again");
                failures = 0;
            }
            return true;
        } catch (DataIntegrityViolationException e) {
            return readings.size() == 1 ? refuse(readings.getFirst(), e) : writtenOneByOne(readings);
        } catch (RuntimeException e) {
            report(readings, e);
            return false;
        }
    }

    /** One that the database will never take must not hold up the others. */
    private boolean writtenOneByOne(List<Reading> readings) {
        for (Reading reading : readings) {
            if (!written(List.of(reading))) {
                return false;
            }
        }
        return true;
    }

    private boolean refuse(Reading reading, DataIntegrityViolationException e) {
        refused++;
        LOG.error("{} is not kept: the database refuses it ({} so far)", reading, refused, e);
        return true;
    }

    /** The first failure, the second, the fourth, the eighth …: a database that is gone must not fill the log. */
    private void report(List<Reading> readings, RuntimeException e) {
        failures++;
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
