package org.bmac.live;

import jakarta.annotation.PreDestroy;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import org.bmac.point.PointId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Writes down what has changed, off the path of the readings. What could not be written is tried again. */
@Component
class Keeper {
    private static final Logger log = LoggerFactory.getLogger(Keeper.class);

    private final LatestRows rows;
    private final Seen seen;
    private final Map<PointId, Kept> unwritten = new HashMap<>();
    private final ReentrantLock busy = new ReentrantLock();
    private boolean failing;

    Keeper(Live live, LatestRows rows) {
        this.rows = rows;
        this.seen = live.seen();
    }

    /** Does nothing while another is still at it. */
    @Scheduled(initialDelay = 5_000, fixedRate = 5_000)
    void keep() {
        if (busy.tryLock()) {
            collectAndWrite();
        }
    }

    /** The last time. */
    @PreDestroy
    void keepAtTheEnd() {
        busy.lock();
        collectAndWrite();
    }

    private void collectAndWrite() {
        try {
            seen.news(cell -> Kept.of(cell).ifPresent(kept -> unwritten.put(kept.point(), kept)));
            write();
        } finally {
            busy.unlock();
        }
    }

    private void write() {
        try {
            rows.write(unwritten.values());
            unwritten.clear();
            failing = false;
        } catch (RuntimeException e) {
            if (!failing) {
                log.warn("The latest values cannot be written down now; they are kept in memory and tried again.", e);
            }
            failing = true;
        }
    }
}
