package org.bmac.point;

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
     * Runs this once nothing can be lost any more of the readings of which it was told before: on any thread, now or later,
     * or never when the program ends first. Returns at once, does not throw. A message is acknowledged to the broker when all
     * listeners have run this. Who keeps nothing runs it at once.
     */
    default void whenSafe(Runnable then) {
        then.run();
    }

    /**
     * Returns when the listener has room for the readings of one more message. The intake waits here before each, holding
     * nothing that others need; that slows the broker down.
     */
    default void awaitRoom() {}
}
