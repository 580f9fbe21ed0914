package org.bmac.api;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.bmac.history.Sample;
import org.jspecify.annotations.Nullable;

/** A reading of the past. */
@Schema(name = "Sample", description = "A reading as it was taken in.")
record SampleEntry(
        Instant at,

        @Schema(
                description = "In the point's unit; null when it could not be read.",
                example = "21.5",
                types = {"number", "null"})
        @Nullable
        Double value,

        @Schema(
                description = "As the node judged it.",
                example = "good",
                allowableValues = {"good", "uncertain", "bad"})
        String quality) {

    static final String CSV_HEAD = "at,value,quality\r\n";

    static SampleEntry of(Sample sample) {
        return new SampleEntry(
                sample.at(), known(sample.number()), sample.quality().code());
    }

    /** Null for what is not a number. */
    static @Nullable Double known(double number) {
        return Double.isNaN(number) ? null : number;
    }

    String csv() {
        return at + "," + (value == null ? "" : value) + "," + quality + "\r\n";
    }
}
