package org.bmac.simulator;

import java.time.Duration;
import java.time.Instant;
import org.bmac.point.Kind;

/** Temperature, humidity and, where the sensor knows it, pressure, every two seconds. */
final class ClimateModule extends FirmwareModule {
    private final Beat beat;

    ClimateModule(FirmwareMachine node, Instant now) {
        super(node);
        beat = beat(Duration.ofSeconds(2), now);
    }

    @Override
    void tick(Instant now) {
        if (beat.due(now)) {
            node.report(Kind.TEMPERATURE);
            node.report(Kind.HUMIDITY);
            node.report(Kind.PRESSURE);
        }
    }
}
