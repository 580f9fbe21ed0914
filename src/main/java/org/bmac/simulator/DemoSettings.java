package org.bmac.simulator;

import java.time.Duration;
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
     * @param past for how long it has stood when it is first started; zero for no past
     */
    record Simulator(
            @DefaultValue("1") long seed,
            @DefaultValue("1") int speed,
            @DefaultValue("400d") Duration past) {
        private static final int FASTEST = 3_600;
        private static final Duration LONGEST = Duration.ofDays(1_000);

        Simulator {
            if (speed < 1 || speed > FASTEST) {
                throw new IllegalArgumentException(
                        "bmac.simulator.speed is " + speed + "; allowed is a whole number from 1 to " + FASTEST);
            }
            if (past.isNegative() || past.compareTo(LONGEST) > 0) {
                throw new IllegalArgumentException(
                        "bmac.simulator.past is " + past + "; allowed is 0d to " + LONGEST.toDays() + "d");
            }
        }
    }
}
