package org.bmac.history;

import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * Several points of one kind as if they were one: the mean of those of which something is known, each counted alike however
 * often it reports; the least and the most of any; the readings of all; and the mean of their coverage.
 */
final class Together {
    private Together() {}

    /** @param windows one for each point, of the same buckets; at least one */
    static List<Bucket> of(List<List<Bucket>> windows) {
        return windows.size() == 1
                ? windows.getFirst()
                : IntStream.range(0, windows.getFirst().size())
                        .mapToObj(i -> bucket(
                                windows.stream().map(window -> window.get(i)).toList()))
                        .toList();
    }

    private static Bucket bucket(List<Bucket> all) {
        List<Bucket> known = all.stream().filter(bucket -> !bucket.isGap()).toList();
        return new Bucket(
                all.getFirst().from(),
                all.getFirst().to(),
                all.stream().mapToLong(Bucket::count).sum(),
                known.stream().mapToDouble(Bucket::min).min().orElse(Double.NaN),
                known.stream().mapToDouble(Bucket::max).max().orElse(Double.NaN),
                mean(known, Bucket::mean),
                mean(known, Bucket::last),
                known.stream().anyMatch(Bucket::holds),
                mean(all, Bucket::coverage));
    }

    private static double mean(List<Bucket> of, ToDoubleFunction<Bucket> number) {
        return of.stream().mapToDouble(number).average().orElse(Double.NaN);
    }
}
