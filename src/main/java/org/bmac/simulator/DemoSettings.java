package org.bmac.simulator;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The demonstration building.
 *
 * @param demo whether there is one
 */
@ConfigurationProperties("bmac")
record DemoSettings(
        @DefaultValue("true") boolean demo, @DefaultValue Simulator simulator) {

    /**
     * How it is simulated.
     *
     * @param seed of all its chance; the same seed gives the same weather and the same people
     * @param speed how many times faster than the clock its physics run
     */
    record Simulator(
            @DefaultValue("1") long seed, @DefaultValue("1") int speed) {
        private static final int FASTEST = 3_600;

        Simulator {
            if (speed < 1 || speed > FASTEST) {
                throw new IllegalArgumentException(
                        "bmac.simulator.speed is " + speed + "; allowed is a whole number from 1 to " + FASTEST);
            }
        }
    }
}
