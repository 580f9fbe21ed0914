package org.bmac.api;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bmac.history.Bucket;
import org.jspecify.annotations.Nullable;

/** A stretch of the past. */
@Schema(
        name = "Bucket",
        description = "What a point was worth over a stretch of time; the numbers are null where nothing was known.")
record BucketEntry(
        Instant from,
        Instant to,

        @Schema(description = "Readings in it. With 0 a value from before may hold.", example = "30")
        long count,

        @Schema(types = {"number", "null"}) @Nullable Double min,

        @Schema(types = {"number", "null"}) @Nullable Double max,

        @Schema(
                description = "Of the readings; weighted by time for outputs and motion.",
                types = {"number", "null"})
        @Nullable
        Double mean,

        @Schema(
                description = "The value at its end.",
                types = {"number", "null"})
        @Nullable
        Double last,

        @Schema(description = "For what share of it a value was known.", example = "1")
        double coverage,

        @Schema(
                description =
                        "By how much a counter has gone on since what was known before; null for what does not count.",
                types = {"number", "null"})
        @Nullable
        Double increase) {

    static final String CSV_HEAD = "from,to,count,min,max,mean,last,coverage,increase\r\n";

    static BucketEntry of(Bucket bucket) {
        return new BucketEntry(
                bucket.from(),
                bucket.to(),
                bucket.count(),
                SampleEntry.known(bucket.min()),
                SampleEntry.known(bucket.max()),
                SampleEntry.known(bucket.mean()),
                SampleEntry.known(bucket.last()),
                bucket.coverage(),
                SampleEntry.known(bucket.increase()));
    }

    String csv() {
        return Stream.of(from, to, count, or(min), or(max), or(mean), or(last), coverage, or(increase))
                        .map(Object::toString)
                        .collect(Collectors.joining(","))
                + "\r\n";
    }

    private static Object or(@Nullable Double number) {
        return number == null ? "" : number;
    }
}
