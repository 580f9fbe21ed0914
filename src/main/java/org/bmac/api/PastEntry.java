package org.bmac.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a point reported over some time, in one of two forms. */
@Schema(
        name = "Past",
        description = "What a point reported: with buckets when they were asked for, else with readings.")
@JsonInclude(JsonInclude.Include.NON_NULL)
record PastEntry(
        @Schema(description = "The point's number.", example = "7")
        int point,

        Instant from,
        Instant to,

        @Schema(description = "In order, without holes.") @Nullable
        List<BucketEntry> buckets,

        @Schema(description = "Oldest first.") @Nullable List<SampleEntry> readings,

        @Schema(description = "The from of the next page; absent when this is the last.") @Nullable
        Instant next) {

    String csv() {
        if (buckets != null) {
            return buckets.stream().map(BucketEntry::csv).collect(Collectors.joining("", BucketEntry.CSV_HEAD, ""));
        }
        return readings == null
                ? SampleEntry.CSV_HEAD
                : readings.stream().map(SampleEntry::csv).collect(Collectors.joining("", SampleEntry.CSV_HEAD, ""));
    }
}
