package org.bmac.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.DoubleSupplier;
import java.util.stream.DoubleStream;
import org.bmac.point.PointId;
import org.bmac.point.Quality;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PackingTests {
    private static final PointId POINT = new PointId(7);
    private static final long DAY = 20_000L * Level.DAY.length();
    private static final double[] ODD = {
        0,
        -0.0,
        Double.NaN,
        Double.longBitsToDouble(0x7ff8000000000123L),
        Double.POSITIVE_INFINITY,
        Double.NEGATIVE_INFINITY,
        Double.MIN_VALUE,
        -Double.MIN_VALUE,
        Double.MAX_VALUE,
        -Double.MAX_VALUE,
        Math.PI,
        1.0 / 3,
        (double) (1L << 53),
        (double) ((1L << 53) - 1),
        -9_007_199_254_740_994.0,
        21.5,
        Math.nextUp(21.5),
        Math.nextDown(-21.5),
        0.1 + 0.2,
        1e-7
    };

    private final PackedReadings readings = new PackedReadings();
    private final PackedSums sums = new PackedSums();

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 100, Chunks.MOST})
    void readingsComeBackBitByBit(int count) {
        for (int seed = 0; seed < 20; seed++) {
            Random random = new Random(seed);
            List<Rows.Raw> rows = readings(random, count, numbers(random, seed));

            assertThat(bits(unpacked(rows))).isEqualTo(bits(rows));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 100, 1440})
    void summariesComeBackBitByBit(int count) {
        for (int seed = 0; seed < 20; seed++) {
            Random random = new Random(seed);
            List<Rows.Sum> rows = new ArrayList<>();
            DoubleSupplier numbers = numbers(random, seed);
            for (int i = 0; i < count; i++) {
                long start = DAY + i * Level.MINUTE.length();
                Part part = Part.of(start + random.nextInt(10_000), numbers.getAsDouble());
                for (int more = random.nextInt(5); more > 0; more--) {
                    part = part.then(
                            Part.of(part.last() + 1 + random.nextInt(9_000), numbers.getAsDouble()),
                            1 + random.nextInt(20_000));
                }
                rows.add(new Rows.Sum(Key.of(POINT, start), part));
            }

            assertThat(sums.unpack(rows.getFirst().key(), sums.pack(rows))).isEqualTo(rows);
        }
    }

    @Test
    void everyOddNumberComesBackAlsoAmongOthers() {
        for (double odd : ODD) {
            double[] numbers = {21.5, 21.6, odd, 21.4, odd, odd};
            ColumnsOut out = new ColumnsOut();
            out.doubles(numbers);

            assertThat(bits(new ColumnsIn(out.toArray()).doubles(numbers.length)))
                    .isEqualTo(bits(numbers));
        }
    }

    @Test
    void theFirstAndTheLastMomentHavePlace() {
        List<Rows.Raw> rows = List.of(
                new Rows.Raw(Key.of(POINT, 0), 1, Quality.GOOD),
                new Rows.Raw(Key.of(POINT, 1), 2, Quality.GOOD),
                new Rows.Raw(Key.of(POINT, Key.END - 1), 3, Quality.BAD));

        assertThat(unpacked(rows)).isEqualTo(rows);
    }

    @Test
    void aSensorThatSpeaksEveryTenSecondsTakesTwoBytesAReading() {
        Random random = new Random(1);
        double[] tenths = {210};
        List<Rows.Raw> rows = readings(random, Chunks.MOST, () -> {
            tenths[0] += random.nextInt(3) - 1;
            return tenths[0] / 10;
        });

        assertThat(readings.pack(rows).length).isLessThan(2 * rows.size());
    }

    @Test
    void whatIsDamagedIsToldAndNothingElse() {
        Random random = new Random(5);
        List<Rows.Raw> rows = readings(random, 200, numbers(random, 1));
        byte[] whole = readings.pack(rows);
        assertTimeoutPreemptively(Duration.ofSeconds(60), () -> {
            int refused = 0;
            for (int i = 0; i < 20_000; i++) {
                byte[] damaged = Arrays.copyOf(whole, i % 3 == 0 ? random.nextInt(whole.length) : whole.length);
                for (int flips = i % 3 == 0 ? 0 : 1 + random.nextInt(4); flips > 0; flips--) {
                    damaged[random.nextInt(damaged.length)] ^= (byte) (1 + random.nextInt(255));
                }
                try {
                    assertThat(bits(readings.unpack(rows.getFirst().key(), damaged)))
                            .isEqualTo(bits(rows));
                } catch (DamagedChunk _) {
                    refused++;
                }
            }
            assertThat(refused).isGreaterThan(19_900);
        });
    }

    @Test
    void anyBytesAreReadOrRefused() {
        Random random = new Random(6);
        int refused = 0;
        for (int i = 0; i < 50_000; i++) {
            byte[] noise = new byte[random.nextInt(60)];
            random.nextBytes(noise);
            try {
                readings.unpack(Key.of(POINT, DAY), i % 2 == 0 ? noise : Envelope.close(noise));
            } catch (DamagedChunk _) {
                refused++;
            }
            try {
                sums.unpack(Key.of(POINT, DAY), i % 2 == 0 ? noise : Envelope.close(noise));
            } catch (DamagedChunk _) {
                refused++;
            }
        }

        assertThat(refused).isGreaterThan(90_000);
    }

    private List<Rows.Raw> unpacked(List<Rows.Raw> rows) {
        return readings.unpack(rows.getFirst().key(), readings.pack(rows));
    }

    private static List<Rows.Raw> readings(Random random, int count, DoubleSupplier numbers) {
        List<Rows.Raw> rows = new ArrayList<>();
        Quality[] qualities = {Quality.GOOD, Quality.UNCERTAIN, Quality.BAD};
        long at = DAY;
        for (int i = 0; i < count; i++) {
            Quality quality = random.nextInt(10) > 0 ? Quality.GOOD : qualities[random.nextInt(3)];
            rows.add(new Rows.Raw(Key.of(POINT, at), numbers.getAsDouble(), quality));
            at += random.nextInt(20) == 0 ? 1 + random.nextInt(500_000) : 10_000 + random.nextInt(3);
        }
        return rows;
    }

    /** A sensor's, a counter's, noise, odd ones, any. */
    private static DoubleSupplier numbers(Random random, int seed) {
        return switch (seed % 5) {
            case 0 -> () -> 20 + random.nextInt(500) / 100.0;
            case 1 -> () -> random.nextInt(8) == 0 ? ODD[random.nextInt(ODD.length)] : random.nextInt(2_000);
            case 2 -> random::nextGaussian;
            case 3 -> () -> ODD[random.nextInt(ODD.length)];
            default -> () -> Double.longBitsToDouble(random.nextLong());
        };
    }

    private static List<String> bits(List<Rows.Raw> rows) {
        return rows.stream()
                .map(row -> row.key() + " " + Double.doubleToRawLongBits(row.number()) + " " + row.quality())
                .toList();
    }

    private static long[] bits(double[] numbers) {
        return DoubleStream.of(numbers).mapToLong(Double::doubleToRawLongBits).toArray();
    }
}
