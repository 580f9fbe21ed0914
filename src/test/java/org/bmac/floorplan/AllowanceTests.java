package org.bmac.floorplan;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AllowanceTests {
    private static final long GAP = 16;

    private final Allowance allowance = new Allowance();

    @Test
    void aFewGoAtOnceAndTheNextWaits() {
        assertThat(taken(1_000)).isEqualTo(4);
        assertThat(allowance.pause(1_000, GAP)).isEqualTo(16);
    }

    @Test
    void inTheLongRunOneGoesForEachGap() {
        int all = 0;
        for (long now = 0; now < 1_600; now++) {
            all += taken(now);
        }

        assertThat(all).isBetween(100, 104);
    }

    @Test
    void afterARestAFewGoAtOnceAgainAndNoMore() {
        taken(0);
        assertThat(taken(60_000)).isEqualTo(4);
    }

    @Test
    void aClockThatIsSetBackHoldsNothingUp() {
        taken(1_000_000);
        assertThat(allowance.pause(1_000, GAP)).isZero();
    }

    private int taken(long now) {
        int count = 0;
        while (allowance.pause(now, GAP) == 0) {
            allowance.taken(GAP);
            count++;
        }
        return count;
    }
}
