package org.bmac.simulator;

import java.time.Duration;
import java.time.Instant;
import org.bmac.node.NodeMessage;
import org.bmac.point.Kind;

/**
 * CO₂ every thirty seconds, and an event when the air has been better or worse for a while; with the mistakes of the
 * firmware: it takes a byte for 255, and a state of alarm can stay for ever.
 */
final class Co2Module extends FirmwareModule {
    private static final int PATIENCE = 10;
    private static final int CRITICAL = 1_000;
    private static final int WARNING = 850;
    private static final int FINE = 750;

    private final Beat beat;
    private int level;
    private int worse;
    private int better = PATIENCE;

    Co2Module(FirmwareMachine node, Instant now) {
        super(node);
        beat = beat(Duration.ofSeconds(30), now);
    }

    @Override
    void tick(Instant now) {
        double felt = beat.due(now) ? node.senses().feel(Kind.CO2, 0) : Double.NaN;
        if (!Double.isNaN(felt)) {
            int ppm = misread((int) Math.round(felt));
            node.report(Kind.CO2, ppm);
            judge(ppm);
        }
    }

    /** The sensor sends two bytes; the firmware multiplies the higher one by 255. */
    private static int misread(int ppm) {
        return (ppm >> 8) * 255 + (ppm & 0xff);
    }

    private void judge(int ppm) {
        if (ppm > CRITICAL && level < 2) {
            rise(2, ppm);
        } else if (ppm > WARNING && ppm <= CRITICAL && level == 0) {
            rise(1, ppm);
        } else if (ppm > WARNING && ppm <= CRITICAL && level == 2) {
            fall(1, ppm);
        } else if (ppm < FINE && level == 1) {
            fall(0, ppm);
        }
    }

    private void rise(int to, int ppm) {
        if (++worse >= PATIENCE) {
            change(to, true, ppm);
        }
    }

    private void fall(int to, int ppm) {
        if (++better >= PATIENCE) {
            change(to, false, ppm);
        }
    }

    private void change(int to, boolean rising, int ppm) {
        level = to;
        worse = 0;
        better = 0;
        node.say(new NodeMessage.Co2Event(node.location(), to, rising, ppm));
    }
}
