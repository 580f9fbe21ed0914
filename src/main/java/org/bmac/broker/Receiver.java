package org.bmac.broker;

/** Is given the messages of a subscription. */
@FunctionalInterface
public interface Receiver {
    /**
     * A message came. Called on the one delivery thread of the broker room, in the order of arrival. It may block for a
     * short while, which slows the broker down; it should not throw (what it throws is logged and the message is
     * acknowledged).
     *
     * @param acknowledgement to be called, on any thread, now or later, once nothing of the message can be lost any more;
     *     does nothing for QoS 0 and when called again. Messages that are never acknowledged come again after the next
     *     reconnect (unless they came less than ten seconds ago), and hold back further ones. With the embedded
     *     broker in memory every message counts as acknowledged when it has been handed over.
     */
    void on(Message message, Runnable acknowledgement);
}
