package org.bmac.history;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A window as a chart in the browser wants it. Times in milliseconds since 1970.
 *
 * @param now of this server
 * @param width of the buckets but the first and the last
 * @param buckets {@code [from, count, min, max, mean, last, coverage, increase]} each, the last one only of what counts,
 *     or only {@code [from]} where nothing is known; each ends where the next one begins
 * @param marks what was asked and held meanwhile
 */
record WindowJson(
        long from, long to, long now, long width, List<List<@Nullable Number>> buckets, List<MarkJson> marks) {
    /** More decimals than any chart shows. */
    private static final double FINENESS = 10_000;

    private static final double MOST_WHOLE = 1e15;

    static WindowJson of(List<Bucket> buckets, Instant now, List<MarkJson> marks) {
        long width = buckets.stream()
                .mapToLong(bucket -> bucket.to().toEpochMilli() - bucket.from().toEpochMilli())
                .max()
                .orElse(0);
        return new WindowJson(
                buckets.getFirst().from().toEpochMilli(),
                buckets.getLast().to().toEpochMilli(),
                now.toEpochMilli(),
                width,
                buckets.stream().map(WindowJson::row).toList(),
                marks);
    }

    private static List<@Nullable Number> row(Bucket bucket) {
        long from = bucket.from().toEpochMilli();
        if (bucket.isGap()) {
            return List.of(from);
        }
        @Nullable
        Number[] row = {
            from,
            bucket.count(),
            rounded(bucket.min()),
            rounded(bucket.max()),
            rounded(bucket.mean()),
            rounded(bucket.last()),
            rounded(bucket.coverage()),
            rounded(bucket.increase())
        };
        return Arrays.asList(row).subList(0, Double.isFinite(bucket.increase()) ? row.length : row.length - 1);
    }

    private static @Nullable Number rounded(double number) {
        if (!Double.isFinite(number)) {
            return null;
        }
        double near = Math.rint(number * FINENESS) / FINENESS;
        if (near == Math.rint(near) && Math.abs(near) < MOST_WHOLE) {
            return (long) near;
        }
        return near;
    }
}
