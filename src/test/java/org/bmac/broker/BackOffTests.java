package org.bmac.broker;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BackOffTests {
    private final BackOff backOff = new BackOff(Duration.ofMillis(250), Duration.ofSeconds(8), new Random(1));

    @ParameterizedTest(name = "after {0} failures at most {1} ms")
    @CsvSource({"1, 250", "2, 500", "3, 1000", "6, 8000", "7, 8000", "100, 8000", "1000000, 8000"})
    void waitDoublesUpToTheLimitAndVaries(int failures, long full) {
        for (int i = 0; i < 100; i++) {
            assertThat(backOff.after(failures)).isBetween(Duration.ofMillis(full / 2), Duration.ofMillis(full));
        }
        assertThat(java.util.stream.IntStream.range(0, 100)
                        .mapToObj(_ -> backOff.after(failures))
                        .distinct()
                        .count())
                .isGreaterThan(10);
    }
}
