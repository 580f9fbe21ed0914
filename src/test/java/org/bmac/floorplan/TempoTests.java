package org.bmac.floorplan;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TempoTests {
    private final Tempo tempo = new Tempo();

    @Test
    void aFewCheapScreensGetEveryFrame() {
        open(5);
        push(100, 200_000);

        assertThat(tempo.gap()).isEqualTo(16);
    }

    @Test
    void manyScreensTogetherTakeAQuarterOfACore() {
        open(50);
        push(1_000, 500_000);

        assertThat(tempo.gap()).isBetween(95L, 105L);
    }

    @Test
    void noScreenWaitsLongerThanAQuarterOfASecond() {
        open(1_000);
        push(1_000, 3_000_000);

        assertThat(tempo.gap()).isEqualTo(250);
    }

    @Test
    void oneBlockedBrowserHardlySlowsTheOthers() {
        open(10);
        push(100, 100_000);
        tempo.took(20_000_000_000L);

        assertThat(tempo.gap()).isEqualTo(16);
    }

    @Test
    void itRecoversWhenScreensClose() {
        open(100);
        push(1_000, 500_000);
        for (int i = 0; i < 99; i++) {
            tempo.closed();
        }

        assertThat(tempo.gap()).isEqualTo(16);
    }

    private void open(int screens) {
        for (int i = 0; i < screens; i++) {
            tempo.opened();
        }
    }

    private void push(int times, long nanos) {
        for (int i = 0; i < times; i++) {
            tempo.took(nanos);
        }
    }
}
