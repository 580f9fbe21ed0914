package org.bmac.broker;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.function.IntConsumer;

/**
 * The QoS 1 messages that the broker waits for us to acknowledge. They are acknowledged in the order in which they came,
 * as the protocol demands, each when all its receivers have acknowledged it. After a cut the broker sends the
 * unacknowledged ones again under their old numbers: those that still wait here, or were handed over a moment ago, are not
 * handed over a second time.
 */
final class Acknowledgements {
    /** For so long a receiver is believed to be still at work on a message; later it has forgotten it. */
    static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Deque<Delivery> open = new ArrayDeque<>();
    private final Map<Integer, Delivery> before = new HashMap<>();
    private IntConsumer broker = _ -> {};

    /**
     * A connection begins.
     *
     * @param resumed whether the broker knows the session that we had before
     * @param broker is told the numbers of the acknowledged messages; does not block and does not throw
     */
    synchronized void connected(boolean resumed, IntConsumer broker) {
        if (!resumed) {
            before.clear();
        }
        this.broker = broker;
    }

    /** The connection is lost: what was open will come again. */
    synchronized void lost() {
        open.forEach(delivery -> before.put(delivery.packet(), delivery));
        open.clear();
        broker = _ -> {};
    }

    /**
     * Notes a message that came.
     *
     * @return whether it is new; otherwise it is with its receivers already
     */
    synchronized boolean isNew(Delivery arrived) {
        Delivery earlier = before.isEmpty() ? null : before.remove(arrived.packet());
        if (earlier == null || !earlier.isStillUnderWay(arrived.message(), PATIENCE)) {
            open.add(arrived);
            return true;
        }
        open.add(earlier);
        done();
        return false;
    }

    /** A message has been acknowledged by all its receivers. */
    synchronized void done() {
        while (!open.isEmpty() && open.getFirst().isDone()) {
            broker.accept(open.removeFirst().packet());
        }
    }
}
