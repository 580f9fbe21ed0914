package org.bmac.chart;

import java.util.List;
import java.util.Objects;

/**
 * What one chart draws.
 *
 * @param key tells it from the others of the component; not empty
 * @param label its quantity, such as Temperature
 * @param place where it is; may be empty
 * @param unit behind its numbers; empty where a word says the value
 * @param decimals that mean something, 0 to 10
 * @param steps whether a value holds until the next one
 * @param words for 0 and for 1 where a word says the value; else empty
 * @param source the address of its buckets, relative to the page's base: {@code GET} with the parameters {@code buckets} and
 *     either {@code from} and {@code to} or {@code span}, in milliseconds; without any of these all there is. The answer is
 *     told in {@code frontend/history-chart/answer.ts}
 */
public record Series(
        String key,
        String label,
        String place,
        String unit,
        int decimals,
        boolean steps,
        List<String> words,
        String source) {

    private static final int MOST_DECIMALS = 10;

    public Series {
        Objects.requireNonNull(label);
        Objects.requireNonNull(place);
        Objects.requireNonNull(unit);
        Objects.requireNonNull(source);
        words = List.copyOf(words);
        if (key.isEmpty()) {
            throw new IllegalArgumentException("The key of a series is empty.");
        }
        if (decimals < 0 || decimals > MOST_DECIMALS) {
            throw new IllegalArgumentException("decimals is " + decimals + "; allowed is 0 to " + MOST_DECIMALS + ".");
        }
        if (!words.isEmpty() && words.size() != 2) {
            throw new IllegalArgumentException("A series has two words or none, not " + words.size() + ".");
        }
    }
}
