package org.bmac.broker;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/** A message on its way from the broker to its receivers. */
final class Delivery {
    private final Message message;
    private final List<Receiver> receivers;
    private final int packet;
    private final Acknowledgements acknowledgements;
    private final AtomicInteger open;
    private volatile boolean handedOver;

    /** @param packet the number under which the broker knows it; 0 for QoS 0 */
    Delivery(Message message, List<Receiver> receivers, int packet, Acknowledgements acknowledgements) {
        this.message = message;
        this.receivers = receivers;
        this.packet = packet;
        this.acknowledgements = acknowledgements;
        this.open = new AtomicInteger(message.qos() == 0 ? 0 : Math.max(1, receivers.size()));
    }

    Message message() {
        return message;
    }

    List<Receiver> receivers() {
        return receivers;
    }

    int packet() {
        return packet;
    }

    /** Whether everybody has acknowledged. */
    boolean isDone() {
        return open.get() == 0;
    }

    /** What one of the receivers is given to acknowledge with. */
    Runnable acknowledgement() {
        if (message.qos() == 0) {
            return Delivery::nothing;
        }
        AtomicBoolean called = new AtomicBoolean();
        return () -> {
            if (called.compareAndSet(false, true) && open.updateAndGet(Delivery::less) == 0) {
                acknowledgements.done();
            }
        };
    }

    private static int less(int number) {
        return Math.max(0, number - 1);
    }

    /** A QoS 0 message is not acknowledged. */
    private static void nothing() {}

    /** Its receivers are given it now. */
    void handOver() {
        handedOver = true;
    }

    /** Counts as acknowledged by everybody. */
    void acknowledge() {
        if (open.getAndSet(0) > 0) {
            acknowledgements.done();
        }
    }

    /**
     * Whether what came again under the same number is this one, and its receivers have not forgotten it.
     *
     * @param patience how long after its arrival a message that was handed over is forgotten
     */
    boolean isStillUnderWay(Message again, Duration patience) {
        return message.topic().equals(again.topic())
                && message.payload().equals(again.payload())
                && (!handedOver || again.at().isBefore(message.at().plus(patience)));
    }
}
