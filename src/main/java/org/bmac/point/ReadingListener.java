package org.bmac.point;

import org.jspecify.annotations.Nullable;

/**
 * Is told every reading, in the order in which a node sent them. Whoever wants readings is a bean of this type; the room
 * that makes them knows none of its listeners.
 */
public interface ReadingListener {

    /**
     * A reading arrived. Called on the intake thread, one call at a time: returns at once, does not block, does not throw.
     */
    void on(Reading reading);

    /**
     * What is told from now on was said by one message, until {@link #whenSafe} or the next call; a message that could not be
     * dealt with yet begins a second time, and is then told as a whole. Called as {@link #on} is.
     *
     * @param receipt of the message; null when it does not come again
     */
    default void begins(@Nullable Receipt receipt) {}

    /**
     * Runs this once nothing can be lost any more of the readings of which it was told before: on any thread, now or later,
     * or never when the program ends first. Called as {@link #on} is, when a message has been told. A message is acknowledged to the broker when all
     * listeners have run this. Who keeps nothing runs it at once.
     *
     * @param receipt of the message all of whose readings have been told; null when it does not come again
     */
    default void whenSafe(@Nullable Receipt receipt, Runnable then) {
        then.run();
    }

    /**
     * Returns when the listener has room for the readings of one more message. The intake waits here before each, holding
     * nothing that others need; that slows the broker down.
     */
    default void awaitRoom() {}
}
