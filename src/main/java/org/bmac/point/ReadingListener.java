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
}
