package org.bmac.bench;

import java.util.List;
import java.util.Locale;

/** A series of measurements in one unit, and what to quote of it. */
record Figures(List<Double> sorted) {

    static Figures of(List<Double> values) {
        return new Figures(values.stream().sorted().toList());
    }

    int count() {
        return sorted.size();
    }

    /** The value below which this share of them lies; NaN for an empty series. */
    double percentile(double share) {
        return sorted.isEmpty() ? Double.NaN : sorted.get((int) Math.min(sorted.size() - 1, share * sorted.size()));
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
