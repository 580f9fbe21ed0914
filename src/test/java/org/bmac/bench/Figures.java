package org.bmac.bench;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** A series of measurements in one unit, and what to quote of it. */
record Figures(double[] sorted) {

    static Figures of(List<Double> values) {
        double[] sorted = values.stream().mapToDouble(Double::doubleValue).toArray();
        Arrays.sort(sorted);
        return new Figures(sorted);
    }

    int count() {
        return sorted.length;
    }

    /** The value below which this share of them lies; NaN for an empty series. */
    double percentile(double share) {
        return sorted.length == 0 ? Double.NaN : sorted[(int) Math.min(sorted.length - 1, share * sorted.length)];
    }

    String inWords(String unit) {
        return String.format(
                Locale.ROOT,
                "n %d, min %.1f, median %.1f, p95 %.1f, p99 %.1f, max %.1f %s",
                count(),
                percentile(0),
                percentile(0.5),
                percentile(0.95),
                percentile(0.99),
                percentile(1),
                unit);
    }
}
