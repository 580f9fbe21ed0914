package org.bmac.exchange;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/**
 * A line of InfluxDB's line protocol: what, of which, how much, when. {@link LineProtocol} writes and reads it.
 *
 * @param time since 1970 in whatever unit; null when it is not said
 */
record Line(
        String measurement,
        SequencedMap<String, String> tags,
        SequencedMap<String, Field> fields,
        @Nullable Long time) implements LineRead {

    Line {
        tags = new LinkedHashMap<>(tags);
        fields = new LinkedHashMap<>(fields);
    }

    Line(String measurement, Map<String, String> tags, Map<String, Field> fields, long time) {
        this(measurement, new LinkedHashMap<>(tags), new LinkedHashMap<>(fields), Long.valueOf(time));
    }

    /** What a field holds. */
    sealed interface Field {
        /** Finite. */
        record Real(double value) implements Field {}

        record Whole(long value) implements Field {}

        record Truth(boolean value) implements Field {}

        record Text(String value) implements Field {}
    }
}
