package org.bmac.simulator;

import java.time.Duration;
import java.time.Instant;
import org.bmac.point.Kind;

/** Motion: silent for a minute, then every five seconds while somebody moves, and every ten while nobody does. */
final class MotionModule extends FirmwareModule {
    private static final Duration WARM_UP = Duration.ofSeconds(60);

    private final Instant warm;
    private final Beat beat;
    private boolean skipped;

    MotionModule(FirmwareMachine node, Instant now) {
        super(node);
        warm = now.plus(WARM_UP);
        beat = beat(Duration.ofSeconds(5), now);
    }

    @Override
    void tick(Instant now) {
        if (!beat.due(now) || now.isBefore(warm)) {
            return;
        }
        if (node.senses().feel(Kind.MOTION, 0) > 0) {
            skipped = false;
            node.report(Kind.MOTION, 1);
        } else if (skipped) {
            skipped = false;
            node.report(Kind.MOTION, 0);
        } else {
            skipped = true;
        }
    }
}
