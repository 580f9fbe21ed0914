package org.bmac.broker;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import org.bmac.point.Bytes;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Received messages that wait for their receivers, and the one thread that hands them over. Only QoS 0 messages are
 * limited in number here: of QoS 1 the broker sends no more than we agreed to receive unacknowledged.
 */
final class Inbox implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Inbox.class);

    /** How long QoS 0 messages that find no room may hold up the connection, all together; far below any keep-alive. */
    private static final long PATIENCE_NANOS = Duration.ofMillis(500).toNanos();

    private static final int BATCH = 256;

    /** Wakes the thread so that it sees that it shall end; an interrupt could hit a receiver amid a write to a file. */
    private static final Delivery END = new Delivery(
            new Message("", Bytes.NONE, 0, false, false, Properties5.NONE, Instant.EPOCH),
            List.of(),
            0,
            new Acknowledgements());

    private final BlockingQueue<Delivery> queue = new LinkedBlockingQueue<>();
    private final Semaphore room;
    private final int capacity;
    private final boolean atOnce;
    private final LongAdder received = new LongAdder();
    private final LongAdder dropped = new LongAdder();
    private final Thread thread;
    private volatile boolean open = true;
    private volatile long patience = PATIENCE_NANOS;
    private long failures;

    /**
     * @param capacity how many QoS 0 messages may wait
     * @param atOnce whether what has been handed over counts as acknowledged
     */
    Inbox(int capacity, boolean atOnce) {
        this.atOnce = atOnce;
        this.capacity = capacity;
        room = new Semaphore(capacity);
        thread = Thread.ofPlatform().daemon().name("broker-delivery").unstarted(this::deliver);
    }

    void start() {
        thread.start();
    }

    /** Takes a message in. While the queue is full QoS 0 messages wait for a moment, and are dropped then. */
    void put(Delivery delivery) {
        received.increment();
        if (delivery.message().qos() > 0 || hasRoom()) {
            queue.add(delivery);
        } else {
            dropped.increment();
        }
    }

    int size() {
        return queue.size();
    }

    long received() {
        return received.sum();
    }

    long dropped() {
        return dropped.sum();
    }

    /** Hands over nothing more. What waits is left to the broker to send again. */
    @Override
    public void close() {
        open = false;
        queue.add(END);
    }

    /** Patience comes back when half of the room is free: a receiver that takes one now and then must not feed it. */
    private boolean hasRoom() {
        if (2 * room.availablePermits() >= capacity) {
            patience = PATIENCE_NANOS;
        }
        return room.tryAcquire() || (patience > 0 && waitForRoom(patience));
    }

    private boolean waitForRoom(long nanos) {
        long since = System.nanoTime();
        try {
            return room.tryAcquire(nanos, TimeUnit.NANOSECONDS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            patience = nanos - (System.nanoTime() - since);
        }
    }

    private void deliver() {
        List<Delivery> batch = new ArrayList<>(BATCH);
        try {
            while (open) {
                batch.add(queue.take());
                queue.drainTo(batch, BATCH - 1);
                for (int i = 0; open && i < batch.size(); i++) {
                    deliver(batch.get(i));
                }
                batch.clear();
            }
        } catch (InterruptedException e) {
            LOG.error("Nothing is handed over any more: the delivery thread was interrupted", e);
        }
    }

    private void deliver(Delivery delivery) {
        delivery.handOver();
        if (delivery.message().qos() == 0) {
            room.release();
        }
        for (Receiver receiver : delivery.receivers()) {
            Runnable acknowledgement = delivery.acknowledgement();
            try {
                receiver.on(delivery.message(), acknowledgement);
            } catch (RuntimeException e) {
                acknowledgement.run();
                report(delivery.message(), e);
            }
        }
        if (atOnce || delivery.receivers().isEmpty()) {
            delivery.acknowledge();
        }
    }

    /** The first failure, the second, the fourth, the eighth …: a receiver that always fails must not fill the log. */
    private void report(Message message, RuntimeException failure) {
        failures++;
        if (Long.bitCount(failures) == 1) {
            LOG.error("A receiver failed on a message of {} (failure {})", message.topic(), failures, failure);
        }
    }
}
