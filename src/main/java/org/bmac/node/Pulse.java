package org.bmac.node;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** How one node has spoken since the start. Safe on every thread. */
final class Pulse {
    /** No shorter silence is a gap, whoever the node is. */
    private static final Duration SHORTEST_GAP = Duration.ofSeconds(60);

    private @Nullable Instant last;
    private long messages;
    private long unreadable;
    private long dropped;
    private long gaps;
    private Duration longestGap = Duration.ZERO;
    private Duration ahead = Duration.ZERO;

    /** @param patience after how long a silence is a gap; asked only when it may be one */
    synchronized void beat(Instant at, Supplier<Duration> patience) {
        messages++;
        if (last != null && at.isAfter(last.plus(SHORTEST_GAP))) {
            Duration silence = Duration.between(last, at);
            if (silence.compareTo(patience.get()) > 0) {
                gaps++;
                longestGap = silence.compareTo(longestGap) > 0 ? silence : longestGap;
            }
        }
        last = at;
    }

    synchronized void unreadable() {
        unreadable++;
    }

    synchronized void dropped() {
        dropped++;
    }

    synchronized void ahead(Duration by) {
        ahead = by.compareTo(ahead) > 0 ? by : ahead;
    }

    synchronized Optional<Instant> last() {
        return Optional.ofNullable(last);
    }

    synchronized NodeCounts counts() {
        return new NodeCounts(messages, unreadable, dropped, gaps, longestGap, ahead);
    }
}
