package org.bmac.simulator;

import java.time.Duration;
import java.util.function.Consumer;

/**
 * A gentle fault that comes and goes, so that the map has something to show.
 *
 * @param location of the node
 * @param every how often it begins
 * @param first when it begins for the first time
 * @param lasts how long
 */
record Mishap(String location, Duration every, Duration first, Duration lasts, Consumer<SimulatedNode> fault) {

    /** Whether it goes on, this long after the start. */
    boolean isOn(Duration since) {
        Duration running = since.minus(first);
        return !running.isNegative() && running.toMillis() % every.toMillis() < lasts.toMillis();
    }
}
