package org.bmac.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.bmac.point.Kind;
import org.junit.jupiter.api.Test;

class IntervalTests {
    private final Interval interval = new Interval();

    @Test
    void beforeAnyGapItIsItsKinds() {
        interval.configure(Scene.point(Scene.CO2, Kind.CO2, null));

        assertThat(interval.millis()).isEqualTo(30_000);
        assertThat(interval.learned()).isNull();
    }

    @Test
    void oneShortGapDoesNotShortenItYet() {
        interval.configure(Scene.point(Scene.CO2, Kind.CO2, null));
        interval.learn(1_000);

        assertThat(interval.millis()).isEqualTo(30_000);
    }

    @Test
    void oneLongGapLengthensIt() {
        interval.configure(Scene.point(Scene.CO2, Kind.CO2, null));
        interval.learn(60_000);

        assertThat(interval.millis()).isEqualTo(60_000);
    }

    @Test
    void itIsTheMedianSoThatOneOutageDoesNotCount() {
        interval.configure(Scene.point(Scene.CO2, Kind.CO2, null));
        for (long gap : new long[] {5_000, 5_100, 900_000, 5_000, 4_900}) {
            interval.learn(gap);
        }

        assertThat(interval.millis()).isEqualTo(5_000);
    }

    @Test
    void itFollowsANodeThatChangesItsHabitWithin20Gaps() {
        interval.configure(Scene.point(Scene.CO2, Kind.CO2, null));
        for (int i = 0; i < 100; i++) {
            interval.learn(5_000);
        }
        for (int i = 0; i < 20; i++) {
            interval.learn(40_000);
        }

        assertThat(interval.millis()).isEqualTo(40_000);
    }

    @Test
    void configuredCountsAndNothingIsLearned() {
        interval.configure(Scene.point(Scene.CO2, Kind.CO2, Duration.ofSeconds(7)));
        for (int i = 0; i < 20; i++) {
            assertThat(interval.learn(40_000)).isFalse();
        }

        assertThat(interval.millis()).isEqualTo(7_000);
    }

    @Test
    void onChangeOnlyIsNeverLearnedAway() {
        interval.configure(Scene.point(Scene.RELAY, Kind.RELAY, null));
        interval.learn(1_000);

        assertThat(interval.millis()).isZero();
    }
}
