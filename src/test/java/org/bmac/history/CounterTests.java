package org.bmac.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;
import org.bmac.building.Dialect;
import org.bmac.building.NodeId;
import org.bmac.point.Kind;
import org.bmac.point.PointId;
import org.bmac.point.Quality;
import org.bmac.point.Reading;
import org.bmac.point.Value;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CounterTests {
    private static final Instant NOON = Instant.parse("2026-05-11T12:00:00Z");

    @Test
    void itGoesOnFromWhatWasBefore() {
        assertThat(increases(100.0, part(101, 103), part(103, 110))).containsExactly(3, 7);
    }

    @Test
    void withoutAnythingBeforeItGoesOnFromItsLeast() {
        assertThat(increases(null, part(101, 103), part(104))).containsExactly(2, 1);
        assertThat(increases(null, (Part) null, part(5))).containsExactly(Double.NaN, 0);
    }

    @Test
    void whereNothingComesItDoesNotGoOn() {
        assertThat(increases(100.0, null, part(104))).containsExactly(0, 4);
    }

    @Test
    void whatIsLessHasBegunAnew() {
        assertThat(increases(100.0, part(102, 1, 3), part(5))).containsExactly(5, 2);
        assertThat(increases(100.0, part(0), part(0), part(4), part(6))).containsExactly(0, 0, 4, 2);
    }

    @Test
    void aZeroAfterWhichItComesBackIsASlip() {
        assertThat(increases(100.0, part(0), part(101))).containsExactly(0, 1);
        assertThat(increases(100.0, part(103, 0), part(0), part(104, 105))).containsExactly(3, 0, 2);
        assertThat(increases(100.0, part(0, 102))).containsExactly(2);
    }

    @Test
    void aWindowOverACounterTellsItAndSumsUpTheSameInEveryResolution() {
        try (Room room = new Room()) {
            room.clock.set(NOON.plus(Duration.ofDays(1)));
            NodeId kitchen = room.buildings
                    .addNode("a020a6000077", "kitchen", Dialect.FIRMWARE, 4)
                    .id();
            PointId cups = room.buildings
                    .ensurePoint(kitchen, Kind.ESPRESSO, 0, false, Duration.ofSeconds(60))
                    .id();
            List<Reading> readings = new ArrayList<>();
            for (int minute = -1; minute < 180; minute++) {
                // a cup every ten minutes; after two hours the machine begins anew
                double count =
                        minute < 120 ? 500 + Math.max(0, Math.floorDiv(minute, 10)) : Math.floorDiv(minute - 120, 10);
                readings.add(new Reading(
                        cups, Value.of(Kind.ESPRESSO, count), Quality.GOOD, NOON.plusSeconds(60L * minute)));
            }
            room.annals.write(readings);

            for (int buckets : new int[] {180, 12, 3, 1}) {
                List<Bucket> window = room.window(cups, NOON, NOON.plus(Duration.ofHours(3)), buckets);
                double sum = window.stream().mapToDouble(Bucket::increase).sum();
                assertThat(sum).as("in %d buckets", buckets).isEqualTo(11 + 5);
            }
            assertThat(room.window(room.temperature, NOON, NOON.plusSeconds(60), 1))
                    .allSatisfy(bucket -> assertThat(bucket.increase()).isNaN());
        }
    }

    private static Part part(double... numbers) {
        Part all = Part.of(0, numbers[0]);
        for (int i = 1; i < numbers.length; i++) {
            all = all.then(Part.of(i, numbers[i]), 1_000);
        }
        return all;
    }

    private static double[] increases(@Nullable Double before, @Nullable Part... parts) {
        Counter counter = new Counter(before == null ? null : Part.of(0, before));
        DoubleStream.Builder found = DoubleStream.builder();
        for (Part part : parts) {
            found.add(counter.after(part));
        }
        return found.build().toArray();
    }
}
