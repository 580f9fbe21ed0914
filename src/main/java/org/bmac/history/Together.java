package org.bmac.history;

import java.util.ArrayList;
import java.util.List;

/**
 * Several points of one kind as if they were one: the mean of those of which something is known, each counted alike however
 * often it reports; the least and the most of any; the readings of all; what all counters
 * among them have gone on; and the mean of their coverage. However many points
 * there are, it takes no more room than one.
 */
final class Together {
    private final List<Sum> sums = new ArrayList<>();

    /** What is added up of one bucket. */
    private static final class Sum {
        private final Bucket first;
        private int points;
        private int known;
        private long count;
        private double min = Double.POSITIVE_INFINITY;
        private double max = Double.NEGATIVE_INFINITY;
        private double mean;
        private double last;
        private boolean holds;
        private double increase = Double.NaN;
        private double coverage;

        private Sum(Bucket first) {
            this.first = first;
        }

        void add(Bucket bucket) {
            points++;
            count += bucket.count();
            coverage += bucket.coverage();
            if (!bucket.isGap()) {
                known++;
                min = Math.min(min, bucket.min());
                max = Math.max(max, bucket.max());
                mean += bucket.mean();
                last += bucket.last();
                holds |= bucket.holds();
                increase = Double.isNaN(increase) ? bucket.increase() : increase + zeroFor(bucket.increase());
            }
        }

        Bucket bucket() {
            return points == 1
                    ? first
                    : new Bucket(
                            first.from(),
                            first.to(),
                            count,
                            known == 0 ? Double.NaN : min,
                            known == 0 ? Double.NaN : max,
                            mean / known,
                            last / known,
                            holds,
                            increase,
                            coverage / points);
        }

        private static double zeroFor(double unknown) {
            return Double.isNaN(unknown) ? 0 : unknown;
        }
    }

    /**
     * Adds a point.
     *
     * @param window of the same buckets as those of the others
     */
    void add(List<Bucket> window) {
        for (int i = 0; i < window.size(); i++) {
            if (i == sums.size()) {
                sums.add(new Sum(window.get(i)));
            }
            sums.get(i).add(window.get(i));
        }
    }

    /** All of them; nothing when there is none. */
    List<Bucket> buckets() {
        return sums.stream().map(Sum::bucket).toList();
    }
}
