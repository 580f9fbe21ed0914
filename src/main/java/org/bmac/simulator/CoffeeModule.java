package org.bmac.simulator;

import java.time.Duration;
import java.time.Instant;
import org.bmac.point.Kind;

/** The four counters of a coffee machine, once a minute. */
final class CoffeeModule extends FirmwareModule {
    private final Beat beat;

    CoffeeModule(FirmwareMachine node, Instant now) {
        super(node);
        beat = beat(Duration.ofSeconds(60), now);
    }

    @Override
    void tick(Instant now) {
        if (beat.due(now)) {
            node.report(Kind.ESPRESSO);
            node.report(Kind.DOUBLE_ESPRESSO);
            node.report(Kind.COFFEE);
            node.report(Kind.DOUBLE_COFFEE);
        }
    }
}
