package org.bmac.node;

import java.time.Instant;
import java.util.BitSet;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.bmac.building.Node;
import org.bmac.point.PointId;
import org.bmac.point.Quality;
import org.bmac.point.Reading;
import org.bmac.point.ReadingListener;
import org.bmac.point.Receipt;
import org.bmac.point.Value;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells the listeners, and keeps one that throws from harming the others. For one thread at a time, where nothing else is said. */
final class Telling {
    private static final Logger LOG = LoggerFactory.getLogger(Telling.class);

    private final ReadingListener[] readingListeners;
    private final NodeListener[] nodeListeners;
    private final Tally tally;
    private final BitSet spoken = new BitSet();

    Telling(List<ReadingListener> readingListeners, List<NodeListener> nodeListeners, Tally tally) {
        this.readingListeners = readingListeners.toArray(ReadingListener[]::new);
        this.nodeListeners = nodeListeners.toArray(NodeListener[]::new);
        this.tally = tally;
    }

    /** Whether the point has spoken for itself since the start. */
    boolean hasSpoken(PointId point) {
        return spoken.get(point.number());
    }

    void tell(PointId point, Value value, Quality quality, Instant at) {
        Quality honest = value instanceof Value.Unreadable ? Quality.BAD : quality;
        spoken.set(point.number());
        tally.readings++;
        if (honest == Quality.BAD) {
            tally.bad++;
        }
        Reading reading = new Reading(point, value, honest, at);
        for (ReadingListener listener : readingListeners) {
            try {
                listener.on(reading);
            } catch (RuntimeException e) {
                failed(listener, e);
            }
        }
    }

    /** Waits until all listeners have room for one more message; not to be called with anything held. Any thread. */
    void awaitRoom() {
        for (ReadingListener listener : readingListeners) {
            listener.awaitRoom();
        }
    }

    /** What is told now is of this message, until the next call. */
    void begins(@Nullable Receipt receipt) {
        for (ReadingListener listener : readingListeners) {
            listener.begins(receipt);
        }
    }

    /**
     * Runs this when none of the listeners can lose any more what it was told before, and the answer has been run: that may
     * take locks of others, so nothing is to be held then.
     */
    Runnable whenSafe(@Nullable Receipt receipt, Runnable then) {
        AtomicInteger open = new AtomicInteger(readingListeners.length + 1);
        Runnable oneLess = () -> {
            if (open.decrementAndGet() == 0) {
                then.run();
            }
        };
        for (ReadingListener listener : readingListeners) {
            listener.whenSafe(receipt, oneLess);
        }
        return oneLess;
    }

    void tell(NodeMessage said, @Nullable Node node, Instant at) {
        for (NodeListener listener : nodeListeners) {
            try {
                listener.on(said, node, at);
            } catch (RuntimeException e) {
                failed(listener, e);
            }
        }
    }

    /** Said in full the first time and then ever more rarely, so that a broken listener does not fill the disk. */
    private void failed(Object listener, RuntimeException e) {
        tally.failures++;
        if (Long.bitCount(tally.failures) == 1) {
            LOG.error("{} failed ({} failures so far)", listener.getClass().getName(), tally.failures, e);
        }
    }
}
