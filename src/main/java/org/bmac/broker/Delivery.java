package org.bmac.broker;

import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/** A message on its way from the broker to its receivers. */
final class Delivery {
    /** What a QoS 0 message is acknowledged with. */
    private static final Runnable NOTHING = () -> {};

    private final Message message;
    private final List<Receiver> receivers;
    private final int packet;
    private final Acknowledgements acknowledgements;
    private final AtomicInteger open;

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
            return NOTHING;
        }
        AtomicBoolean called = new AtomicBoolean();
        return () -> {
            if (called.compareAndSet(false, true) && open.decrementAndGet() == 0) {
                acknowledgements.done();
            }
        };
    }

    /** Whether it is the same as one that came before under the same number. */
    boolean equalsInContent(Message other) {
        return message.topic().equals(other.topic()) && message.payload().equals(other.payload());
    }
}
