package org.bmac.floorplan;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PaceTests {
    private final Pace pace = new Pace();

    @Test
    void theFirstGoesAtOnce() {
        assertThat(pace.pause(0, 16)).isZero();
    }

    @Test
    void theNextWaitsUntilThisOneIsDrawn() {
        pace.sent(1, 1_000);

        assertThat(pace.pause(1_100, 16)).isEqualTo(4_900);
        pace.drawn(1);
        assertThat(pace.pause(1_100, 16)).isZero();
    }

    @Test
    void anEarlierDrawingDoesNotCount() {
        pace.sent(1, 1_000);
        pace.sent(2, 1_000);
        pace.drawn(1);

        assertThat(pace.pause(1_100, 16)).isEqualTo(4_900);
    }

    @Test
    void howeverFastItIsDrawnAGapIsKept() {
        pace.sent(1, 1_000);
        pace.drawn(1);

        assertThat(pace.pause(1_003, 16)).isEqualTo(13);
        assertThat(pace.pause(1_003, 100)).isEqualTo(97);
    }

    @Test
    void aBrowserThatNeverSaysSoIsServedEveryFiveSeconds() {
        pace.sent(1, 1_000);

        assertThat(pace.pause(5_999, 16)).isEqualTo(1);
        assertThat(pace.pause(6_000, 16)).isZero();
    }

    @Test
    void aClockThatIsSetBackStopsNothing() {
        pace.sent(1, 10_000_000);

        assertThat(pace.pause(1_000, 16)).isZero();
    }
}
